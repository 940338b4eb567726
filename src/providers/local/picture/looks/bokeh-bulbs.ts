import type { SKRSContext2D } from '@napi-rs/canvas';
import type { LookBrief } from '../look.ts';
import type { Oklch } from '../palette.ts';
import { softly } from '../soft.ts';

/** Garlands of bulbs across the lower part of the frame: near ones sharp, far ones out of focus. */
export function drawBulbs(context: SKRSContext2D, brief: LookBrief, distance: 'near' | 'far'): void {
  const { composition, frame, palette, random, shape, shot, u } = brief;
  const lots = random.fork(`bulbs ${distance}`);
  const warm: Oklch = { ...palette.nature(70, 30), c: 0.12 };
  const isNear = distance === 'near';
  const near = shot === 'close' ? 1.25 : 1;
  const radius = (isNear ? 46 : 26) * u * near;
  const wires = composition === 0 ? 1 : 2;
  const top = shape === 'landscape' ? 0.3 : 0.46;
  const lean = lots.next() < 0.5 ? -1 : 1;
  for (let wire = 0; wire < wires; wire++) {
    const level = top + (isNear ? 0.1 : 0) + (wire * 0.26 + lots.between(0, 0.05));
    const from = { x: (shape === 'landscape' ? 0.36 : -0.14) * frame.width, y: (level + 0.09 * lean) * frame.height };
    const to = { x: 1.14 * frame.width, y: (level - 0.09 * lean) * frame.height };
    // In landscape the garland comes up from below the frame, clear of the type.
    if (shape === 'landscape') from.y = 1.2 * frame.height;
    const sag = (shape === 'landscape' ? 120 : 260) * u;
    const at = (share: number): { x: number; y: number } => ({
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share ** (shape === 'landscape' ? 0.62 : 1) + sag * 4 * share * (1 - share),
    });
    const count = Math.round((isNear ? 6 : 9) / near) + (shape === 'landscape' ? 1 : 0);
    const bulbs = Array.from({ length: count }, (_, place) => at((place + 0.5 + lots.between(-0.12, 0.12)) / count));
    const draw = (target: SKRSContext2D): void => {
      target.strokeStyle = palette.tone('key', palette.scheme === 'dark' ? 0.13 : 0.3, 0.6, 0.9);
      target.lineWidth = (isNear ? 6 : 4) * u;
      target.beginPath();
      for (let step = 0; step <= 60; step++) {
        const { x, y } = at(step / 60);
        if (step === 0) target.moveTo(x, y);
        else target.lineTo(x, y);
      }
      target.stroke();
      for (const bulb of bulbs) drawBulb(target, brief, bulb, radius, warm);
    };
    if (isNear) draw(context);
    else
      softly(
        context,
        { x: -0.08 * frame.width, y: 0.2 * frame.height, width: 1.16 * frame.width, height: 0.9 * frame.height },
        22 * u,
        draw,
        { alpha: 0.8 },
      );
  }
}

function drawBulb(
  context: SKRSContext2D,
  { palette, u }: LookBrief,
  wire: { x: number; y: number },
  radius: number,
  warm: Oklch,
): void {
  const { x } = wire;
  const y = wire.y + radius * 1.75;
  const glow = context.createRadialGradient(x, y, 0, x, y, radius * 4.4);
  for (let step = 0; step <= 6; step++)
    glow.addColorStop(step / 6, palette.tone(warm, 0.86, 1, 0.5 * (1 - step / 6) ** 2.4));
  context.fillStyle = glow;
  context.fillRect(x - radius * 4.4, y - radius * 4.4, radius * 8.8, radius * 8.8);
  const metal = context.createLinearGradient(x - radius * 0.4, 0, x + radius * 0.4, 0);
  metal.addColorStop(0, palette.tone('neutral', 0.42));
  metal.addColorStop(0.35, palette.tone('neutral', 0.7));
  metal.addColorStop(1, palette.tone('neutral', 0.22));
  context.fillStyle = metal;
  context.beginPath();
  context.roundRect(x - radius * 0.38, wire.y - radius * 0.12, radius * 0.76, radius * 0.95, radius * 0.12);
  context.fill();
  context.beginPath();
  context.moveTo(x - radius * 0.36, wire.y + radius * 0.8);
  context.bezierCurveTo(
    x - radius * 0.5,
    y - radius * 0.7,
    x - radius,
    y - radius * 0.55,
    x - radius,
    y + radius * 0.1,
  );
  context.arc(x, y + radius * 0.1, radius, Math.PI, 0, true);
  context.bezierCurveTo(
    x + radius,
    y - radius * 0.55,
    x + radius * 0.5,
    y - radius * 0.7,
    x + radius * 0.36,
    wire.y + radius * 0.8,
  );
  context.closePath();
  const glass = context.createRadialGradient(x, y, radius * 0.05, x, y, radius * 1.15);
  glass.addColorStop(0, palette.tone(warm, 0.985, 0.5));
  glass.addColorStop(0.4, palette.tone(warm, 0.91, 0.9, 0.96));
  glass.addColorStop(0.8, palette.tone(warm, 0.78, 1.1, 0.86));
  glass.addColorStop(1, palette.tone(warm, 0.62, 1.2, 0.82));
  context.fillStyle = glass;
  context.fill();
  context.strokeStyle = palette.tone(warm, 0.95, 0.6, 0.55);
  context.lineWidth = 2 * u;
  context.stroke();
  context.strokeStyle = palette.tone(warm, 0.99, 0.3);
  context.lineWidth = 2.6 * u;
  context.beginPath();
  for (let step = 0; step <= 16; step++)
    context.lineTo(x + radius * (step / 16 - 0.5) * 0.7, y + radius * (step % 2 === 0 ? 0.14 : -0.2));
  context.stroke();
  context.fillStyle = 'rgba(255,255,255,0.85)';
  context.beginPath();
  context.ellipse(x - radius * 0.42, y - radius * 0.22, radius * 0.13, radius * 0.27, 0.5, 0, Math.PI * 2);
  context.fill();
}
