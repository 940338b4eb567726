import { useEffect, useMemo, useRef } from 'react';
import type { Captions, Framing } from '#contract/export.ts';
import { editorBitmaps } from '../titles/editor-bitmaps.ts';
import { drawFormatFrame, formatFilm } from './draw-format-frame.ts';
import type { Sides } from './export-settings.ts';
import type { ShownFrame } from './use-shown-frame.ts';

interface FormatPictureProps {
  readonly shown: ShownFrame | null;
  readonly sides: Sides;
  readonly framing: Framing;
  readonly captions: Captions;
  /** Pixels of the longer side, at most those of the film; left out, those of a thumbnail. */
  readonly longerSide?: number;
  /** What it is called; left out, it is there to be seen only. */
  readonly label?: string;
}

const THUMBNAIL = 256; // pixels: the largest on a screen of twice the density

/** The frame at the playhead as a film of this shape shows it, texts and all; says in `data-frame` which one it shows. */
export function FormatPicture(props: FormatPictureProps) {
  const { shown, sides, framing, captions, longerSide = THUMBNAIL, label } = props;
  const { width, height } = sides;
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const timeline = shown?.timeline;
  const film = useMemo(
    () => timeline && formatFilm(timeline, { width, height }, captions),
    [timeline, captions, width, height],
  );
  const scale = Math.min(1, longerSide / Math.max(width, height));
  useEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !film || !shown) return;
    const overlays = editorBitmaps();
    const draw = () => {
      const { isExact } = drawFormatFrame(context, film, { ...shown, framing, overlays });
      canvas.dataset['frame'] = isExact ? String(shown.frame) : '';
    };
    draw();
    return overlays.onReady(draw);
  }, [film, shown, framing, scale]);
  return (
    <canvas
      ref={canvasRef}
      {...(label === undefined ? {} : { role: 'img', 'aria-label': label })}
      width={Math.max(1, Math.round(width * scale))}
      height={Math.max(1, Math.round(height * scale))}
      className="absolute inset-0 size-full"
    />
  );
}
