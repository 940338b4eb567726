import type { SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { paintGlow } from '../glow.ts';
import type { PhotoBrief } from './treatment.ts';

/** A calm ground in the film's colours for a photo to stand on: light from the upper left, quiet where type goes. */
export function paintGround(context: SKRSContext2D, brief: PhotoBrief): void {
  const { frame, palette, random, shape } = brief;
  const lots = random.fork('ground');
  const isDark = palette.scheme === 'dark';
  const base = context.createLinearGradient(0, 0, frame.width * 0.4, frame.height);
  base.addColorStop(0, palette.tone('key', isDark ? 0.26 : 0.955, isDark ? 0.9 : 0.55));
  base.addColorStop(1, palette.tone('key', isDark ? 0.17 : 0.88, isDark ? 0.9 : 0.75));
  context.fillStyle = base;
  fillAll(context, frame);
  const long = Math.max(frame.width, frame.height);
  const spots = [
    { role: 'second' as const, x: lots.between(0.65, 1.05), y: lots.between(0.3, 0.6), size: 0.62, strength: 0.5 },
    { role: 'accent' as const, x: lots.between(0.55, 1), y: lots.between(0.8, 1.05), size: 0.55, strength: 0.34 },
    {
      role: 'key' as const,
      x: shape === 'landscape' ? lots.between(0.3, 0.5) : lots.between(-0.1, 0.3),
      y: lots.between(0.75, 1),
      size: 0.5,
      strength: 0.4,
    },
  ];
  for (const spot of spots) {
    paintGlow(
      context,
      { x: spot.x * frame.width, y: spot.y * frame.height },
      spot.size * long,
      (alpha) => palette.tone(spot.role, isDark ? 0.36 : 0.87, isDark ? 0.9 : 1, alpha),
      spot.strength,
    );
  }
  paintGlow(
    context,
    { x: frame.width * 0.2, y: -frame.height * 0.05 },
    long * 0.6,
    (alpha) => palette.tone('neutral', isDark ? 0.5 : 0.995, 1, alpha),
    isDark ? 0.16 : 0.6,
  );
}

/** A shadow for everything drawn in `draw`, in the ground's hue. Lengths in frame pixels. */
export function withShadow(
  context: SKRSContext2D,
  brief: PhotoBrief,
  shadow: { readonly blurPx: number; readonly offsetXPx: number; readonly offsetYPx: number; readonly alpha: number },
  draw: () => void,
): void {
  context.save();
  const { a } = context.getTransform();
  context.shadowColor = brief.palette.tone('key', 0.14, 0.8, shadow.alpha);
  // Canvas shadows ignore the transform, so frame pixels become layer pixels here.
  context.shadowBlur = shadow.blurPx * a;
  context.shadowOffsetX = shadow.offsetXPx * a;
  context.shadowOffsetY = shadow.offsetYPx * a;
  draw();
  context.restore();
}
