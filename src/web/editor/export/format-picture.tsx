import { useEffect, useMemo, useRef } from 'react';
import type { Captions, Framing } from '#contract/export.ts';
import { drawnTimeline } from '#domain/timeline/drawn-timeline.ts';
import { editorBitmaps } from '../titles/editor-bitmaps.ts';
import { drawFormatFrame, formatFilm } from './draw-format-frame.ts';
import type { Sides } from './export-settings.ts';
import type { ShownFrame } from './use-shown-frame.ts';

interface FormatPictureProps {
  readonly shown: ShownFrame | null;
  readonly sides: Sides;
  readonly framing: Framing;
  readonly captions: Captions;
}

const LONGER_SIDE = 256; // pixels: the largest thumbnail on a screen of twice the density

/** The frame at the playhead as a film of this shape shows it, texts and all. */
export function FormatPicture({ shown, sides: { width, height }, framing, captions }: FormatPictureProps) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const timeline = shown?.timeline;
  const film = useMemo(
    () => timeline && formatFilm(drawnTimeline(timeline, captions), { width, height }),
    [timeline, captions, width, height],
  );
  useEffect(() => {
    const context = canvasRef.current?.getContext('2d');
    if (!context || !film || !shown) return;
    const overlays = editorBitmaps();
    const draw = () => drawFormatFrame(context, film, { ...shown, framing, overlays });
    draw();
    return overlays.onReady(draw);
  }, [film, shown, framing]);
  const scale = LONGER_SIDE / Math.max(width, height);
  return (
    <canvas
      ref={canvasRef}
      width={Math.max(1, Math.round(width * scale))}
      height={Math.max(1, Math.round(height * scale))}
      className="absolute inset-0 size-full"
    />
  );
}
