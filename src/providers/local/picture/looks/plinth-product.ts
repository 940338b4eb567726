import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Palette } from '../palette.ts';
import { lit, roundGradient, type Material } from '../solids.ts';

/** What a product is made of: its body, its cap or screen, its label and the two discs of its mark. */
export interface Dress {
  readonly palette: Palette;
  readonly body: Material;
  readonly cap: Material;
  readonly label: Material;
  readonly mark: readonly [string, string];
  /** Seen from which side; differs from scene to scene. */
  readonly cut: number;
  /** Which make of the product, dropper or pump; the same in all scenes of a film, whose palette decides it. */
  readonly make: number;
}

/** A product for the plinth; sizes at scale 1. It is drawn standing with the middle of its foot at (0, 0), up is minus. */
export interface Product {
  readonly height: number;
  /** Half of its foot's width, for shadows. */
  readonly footRadius: number;
  draw(context: SKRSContext2D, dress: Dress): void;
}

/** A label wrapped around a cylinder: its edges are the ellipses of the cylinder, straight ones would kill the illusion. */
export function wrappedLabel(
  context: SKRSContext2D,
  dress: Dress,
  radius: number,
  top: number,
  bottom: number,
  flatness: number,
): void {
  const path = new Path2D();
  path.moveTo(-radius, top);
  path.ellipse(0, top, radius, radius * flatness, 0, Math.PI, 0, true);
  path.lineTo(radius, bottom);
  path.ellipse(0, bottom, radius, radius * flatness, 0, 0, Math.PI);
  path.closePath();
  context.fillStyle = roundGradient(context, dress.palette, dress.label, 0, radius);
  context.fill(path);
  drawMark(
    context,
    dress,
    -radius * 0.06,
    (top + bottom) / 2 + radius * flatness - (bottom - top) * 0.08,
    Math.min(radius * 0.27, (bottom - top) * 0.24),
  );
  context.fillStyle = lit(dress.palette, dress.body, -0.18, 0.55);
  const ruleY = bottom - (bottom - top) * 0.2 + radius * flatness * 0.92;
  context.fillRect(-radius * 0.3, ruleY, radius * 0.48, Math.max(2, radius * 0.035));
}

/** Two overlapping discs: the mark on everything, since letters belong to the overlay. */
export function drawMark(context: SKRSContext2D, dress: Dress, x: number, y: number, radius: number): void {
  context.save();
  context.fillStyle = dress.mark[0];
  context.beginPath();
  context.arc(x - radius * 0.42, y, radius * 0.8, 0, Math.PI * 2);
  context.fill();
  context.globalAlpha = 0.86;
  context.fillStyle = dress.mark[1];
  context.beginPath();
  context.arc(x + radius * 0.42, y, radius * 0.8, 0, Math.PI * 2);
  context.fill();
  context.restore();
}

/** A long reflection of the window in glass or lacquer. */
export function streak(
  context: SKRSContext2D,
  x: number,
  top: number,
  width: number,
  height: number,
  alpha: number,
): void {
  const gradient = context.createLinearGradient(0, top, 0, top + height);
  gradient.addColorStop(0, `rgba(255,255,255,${alpha})`);
  gradient.addColorStop(0.7, `rgba(255,255,255,${alpha * 0.65})`);
  gradient.addColorStop(1, 'rgba(255,255,255,0)');
  context.fillStyle = gradient;
  context.beginPath();
  context.roundRect(x, top, width, height, width / 2);
  context.fill();
}
