import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Palette, Oklch } from '../palette.ts';

/** A drop of water on something; lengths in frame pixels. */
export interface Drop {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Height over width; above 1 it hangs. */
  readonly stretch: number;
  readonly turn: number;
}

/**
 * A drop as light goes through it: dark at the upper rim, bright at the lower right where the light gathers, one window
 * of highlight, a shadow and a caustic on what it lies on.
 *
 * `body` is the colour seen through it at lightness `l`.
 */
export function drawDrop(
  context: SKRSContext2D,
  palette: Palette,
  drop: Drop,
  body: { readonly colour: Oklch; readonly l: number },
): void {
  const { x, y, radius, stretch, turn } = drop;
  const tone = (l: number, chroma = 1, alpha = 1): string =>
    palette.tone(body.colour, Math.min(0.99, Math.max(0.05, l)), chroma, alpha);
  context.save();
  context.translate(x, y);
  context.rotate(turn);
  context.scale(1, stretch);
  const shadow = context.createRadialGradient(
    radius * 0.24,
    radius * 0.3,
    radius * 0.6,
    radius * 0.24,
    radius * 0.3,
    radius * 1.32,
  );
  shadow.addColorStop(0, tone(body.l - 0.42, 0.8, 0.6));
  shadow.addColorStop(1, tone(body.l - 0.42, 0.8, 0));
  context.fillStyle = shadow;
  context.fillRect(-radius * 1.6, -radius * 1.6, radius * 3.4, radius * 3.4);
  const caustic = context.createRadialGradient(
    radius * 0.62,
    radius * 0.78,
    0,
    radius * 0.62,
    radius * 0.78,
    radius * 0.6,
  );
  caustic.addColorStop(0, tone(0.95, 0.7, 0.6));
  caustic.addColorStop(1, tone(0.9, 0.8, 0));
  context.fillStyle = caustic;
  context.fillRect(0, 0, radius * 1.5, radius * 1.6);
  context.beginPath();
  context.arc(0, 0, radius, 0, Math.PI * 2);
  context.save();
  context.clip();
  const fill = context.createLinearGradient(-radius * 0.6, -radius, radius * 0.5, radius);
  fill.addColorStop(0, tone(body.l - 0.24));
  fill.addColorStop(0.4, tone(body.l - 0.06));
  fill.addColorStop(1, tone(body.l + 0.26, 0.8));
  context.fillStyle = fill;
  context.fillRect(-radius, -radius, radius * 2, radius * 2);
  const gathered = context.createRadialGradient(
    radius * 0.34,
    radius * 0.46,
    0,
    radius * 0.34,
    radius * 0.46,
    radius * 0.8,
  );
  gathered.addColorStop(0, tone(0.97, 0.5, 0.9));
  gathered.addColorStop(0.5, tone(body.l + 0.3, 0.8, 0.4));
  gathered.addColorStop(1, tone(body.l + 0.2, 1, 0));
  context.fillStyle = gathered;
  context.fillRect(-radius, -radius, radius * 2, radius * 2);
  const rim = context.createRadialGradient(radius * 0.1, radius * 0.14, radius * 0.7, 0, 0, radius);
  rim.addColorStop(0, tone(body.l - 0.4, 0.9, 0));
  rim.addColorStop(1, tone(body.l - 0.4, 0.9, 0.62));
  context.fillStyle = rim;
  context.fillRect(-radius, -radius, radius * 2, radius * 2);
  context.restore();
  context.strokeStyle = tone(0.97, 0.4, 0.55);
  context.lineWidth = Math.max(1, radius * 0.035);
  context.beginPath();
  context.arc(0, 0, radius * 0.97, 0.2, Math.PI * 0.62);
  context.stroke();
  context.rotate(-turn);
  const light = context.createLinearGradient(-radius * 0.5, -radius * 0.66, -radius * 0.1, -radius * 0.14);
  light.addColorStop(0, 'rgba(255,255,255,0.98)');
  light.addColorStop(1, 'rgba(255,255,255,0.25)');
  context.fillStyle = light;
  context.beginPath();
  context.ellipse(-radius * 0.34, -radius * 0.42, radius * 0.24, radius * 0.15, -0.7, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = 'rgba(255,255,255,0.8)';
  context.beginPath();
  context.arc(-radius * 0.05, -radius * 0.62, radius * 0.055, 0, Math.PI * 2);
  context.fill();
  context.restore();
}
