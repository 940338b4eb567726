import { memo, useEffect, useRef } from 'react';
import { drawLater } from './draw-later.ts';

interface PartCanvasProps {
  /** What of the clip is drawn, in pixels from its start. */
  readonly fromPx: number;
  readonly toPx: number;
  readonly heightPx: number;
  /** Draws it in pixels from the start of the clip; another function is another picture. */
  readonly draw: (context: CanvasRenderingContext2D, sharp: number) => void;
}

const SHARPEST = 2;

/** A canvas over the part of a clip that is in sight. */
export const PartCanvas = memo(function PartCanvas({ fromPx, toPx, heightPx, draw }: PartCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const widthPx = Math.max(1, Math.ceil(toPx - fromPx));
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return undefined;
    return drawLater(canvas, () => {
      const sharp = Math.min(SHARPEST, window.devicePixelRatio || 1);
      const [width, height] = [Math.round(widthPx * sharp), Math.round(heightPx * sharp)];
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      const context = canvas.getContext('2d');
      if (!context) return;
      context.setTransform(sharp, 0, 0, sharp, 0, 0);
      context.clearRect(0, 0, widthPx, heightPx);
      context.translate(-fromPx, 0);
      draw(context, sharp);
    });
  }, [fromPx, widthPx, heightPx, draw]);
  return (
    <canvas
      ref={ref}
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0"
      style={{ left: fromPx, width: widthPx, height: heightPx }}
    />
  );
});
