import { useEffect, useRef } from 'react';
import { useStrings } from '../../strings/catalogue.ts';
import { useEditor } from '../store/editor-store.ts';
import { canvasSize } from './canvas-size.ts';
import { openPreview, type Preview } from './open-preview.ts';
import { FullStill } from './full-still.tsx';
import { usePlayback } from './playback.ts';

/** The picture of the film at the playhead, as an export has it; fills the box it is in. */
export function PreviewCanvas() {
  const t = useStrings('preview');
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const opened = useRef<Preview | null>(null);
  const width = useEditor(({ timeline }) => timeline.width);
  const height = useEditor(({ timeline }) => timeline.height);
  const isWaiting = usePlayback((playback) => playback.isWaiting);
  const sound = usePlayback((playback) => playback.sound);
  const slateWords = t.slate;
  useEffect(() => {
    if (!box.current || !canvas.current) return;
    const preview = openPreview({ canvas: canvas.current, room: box.current, slateWords });
    opened.current = preview;
    return () => {
      opened.current = null;
      preview.close();
    };
  }, [slateWords]);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const size = canvasSize(element.clientWidth * devicePixelRatio, { width, height });
      opened.current?.setSize(size.width, size.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [width, height, slateWords]);
  return (
    <div ref={box} data-sound={sound} aria-busy={isWaiting || undefined} className="absolute inset-0 overflow-hidden">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn here, thirty times a second */}
      <canvas ref={canvas} role="img" aria-label={t.picture} className="absolute inset-0 size-full" />
      <FullStill />
    </div>
  );
}
