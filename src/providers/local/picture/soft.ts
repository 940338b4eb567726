import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

/** A rectangle in the units of the context it is drawn on. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws something out of focus: drawn small, blurred small, laid over `area` enlarged (a blur at full size costs ten times as much).
 * `blurPx` is the visible softness of an edge (two standard deviations), in the units of the context; the area is widened by it.
 */
export function softly(
  context: SKRSContext2D,
  area: Area,
  blurPx: number,
  draw: (small: SKRSContext2D) => void,
  options: { readonly alpha?: number; readonly composite?: SKRSContext2D['globalCompositeOperation'] } = {},
): void {
  const scale = Math.min(0.5, 5 / Math.max(blurPx, 1));
  const margin = blurPx * 1.6;
  const wide = {
    x: area.x - margin,
    y: area.y - margin,
    width: area.width + 2 * margin,
    height: area.height + 2 * margin,
  };
  const sharp = createCanvas(Math.max(1, Math.ceil(wide.width * scale)), Math.max(1, Math.ceil(wide.height * scale)));
  const small = sharp.getContext('2d');
  small.scale(scale, scale);
  small.translate(-wide.x, -wide.y);
  draw(small);
  const blurred = createCanvas(sharp.width, sharp.height);
  const lens = blurred.getContext('2d');
  lens.filter = `blur(${(blurPx * scale) / 2}px)`;
  lens.drawImage(sharp, 0, 0);
  context.save();
  context.globalAlpha = options.alpha ?? 1;
  context.globalCompositeOperation = options.composite ?? 'source-over';
  context.imageSmoothingQuality = 'medium';
  context.drawImage(blurred, wide.x, wide.y, sharp.width / scale, sharp.height / scale);
  context.restore();
}

/** The shadow a thing leaves on what it stands on: a soft ellipse about (x, y). */
export function softEllipse(
  context: SKRSContext2D,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  look: { readonly colour: string; readonly blurPx: number; readonly alpha: number; readonly turn?: number },
): void {
  const reach = Math.max(radiusX, radiusY);
  const area =
    look.turn === undefined
      ? { x: x - radiusX, y: y - radiusY, width: 2 * radiusX, height: 2 * radiusY }
      : { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
  softly(
    context,
    area,
    look.blurPx,
    (small) => {
      small.fillStyle = look.colour;
      small.beginPath();
      small.ellipse(x, y, radiusX, radiusY, look.turn ?? 0, 0, Math.PI * 2);
      small.fill();
    },
    { alpha: look.alpha },
  );
}
