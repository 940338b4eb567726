import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { LookBrief } from '../look.ts';
import type { Oklch } from '../palette.ts';
import { softly } from '../soft.ts';

type Point = readonly [x: number, y: number];

/** A blade of leaf along a curve: `half` is half its width at `along` (0 to 1). All in frame pixels. */
export interface Blade {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
  readonly half: (along: number) => number;
}

/** The middle of a blade and the direction across it. */
export function onBlade(
  { from, bend, to }: Blade,
  along: number,
): {
  readonly x: number;
  readonly y: number;
  readonly acrossX: number;
  readonly acrossY: number;
  readonly angle: number;
} {
  const rest = 1 - along;
  const slopeX = 2 * rest * (bend[0] - from[0]) + 2 * along * (to[0] - bend[0]);
  const slopeY = 2 * rest * (bend[1] - from[1]) + 2 * along * (to[1] - bend[1]);
  const length = Math.hypot(slopeX, slopeY) || 1;
  return {
    x: rest * rest * from[0] + 2 * rest * along * bend[0] + along * along * to[0],
    y: rest * rest * from[1] + 2 * rest * along * bend[1] + along * along * to[1],
    acrossX: -slopeY / length,
    acrossY: slopeX / length,
    angle: Math.atan2(slopeY, slopeX),
  };
}

/** A sharp blade: a light half and a dark half, veins, a bright rib and edges that catch light, over its own shadow. */
export function drawBlade(context: SKRSContext2D, brief: LookBrief, blade: Blade, leaf: Oklch, l: number): void {
  const { palette, u } = brief;
  const whole = strip(blade, -1, 1);
  softly(
    context,
    {
      x: Math.min(blade.from[0], blade.to[0]) - 60 * u,
      y: Math.min(blade.from[1], blade.bend[1], blade.to[1]) - 60 * u,
      width: Math.abs(blade.to[0] - blade.from[0]) + 200 * u,
      height: Math.abs(blade.to[1] - blade.from[1]) + 320 * u,
    },
    54 * u,
    (small) => {
      small.translate(26 * u, 44 * u);
      small.fillStyle = palette.tone(leaf, 0.2, 0.8);
      small.fill(whole);
    },
    { alpha: 0.42 },
  );
  const shade = context.createLinearGradient(blade.from[0], blade.from[1], blade.to[0], blade.to[1]);
  shade.addColorStop(0, palette.tone(leaf, l - 0.14));
  shade.addColorStop(0.5, palette.tone(leaf, l));
  shade.addColorStop(1, palette.tone(leaf, l + 0.06));
  context.fillStyle = shade;
  context.fill(whole);
  const { acrossX, acrossY, x, y } = onBlade(blade, 0.5);
  const half = blade.half(0.5);
  const upper = acrossY < 0 ? 1 : -1;
  const halves = context.createLinearGradient(
    x - acrossX * half * upper,
    y - acrossY * half * upper,
    x + acrossX * half * upper,
    y + acrossY * half * upper,
  );
  halves.addColorStop(0, palette.tone(leaf, l - 0.2, 1, 0.75));
  halves.addColorStop(0.47, palette.tone(leaf, l - 0.1, 1, 0.35));
  halves.addColorStop(0.53, palette.tone(leaf, l + 0.14, 1, 0.3));
  halves.addColorStop(1, palette.tone(leaf, l + 0.22, 0.9, 0.7));
  context.save();
  context.clip(whole);
  context.fillStyle = halves;
  context.fillRect(x - 4000 * u, y - 4000 * u, 8000 * u, 8000 * u);
  context.lineWidth = 1.6 * u;
  for (let vein = 0; vein < 64; vein++) {
    const along = vein / 64;
    const middle = onBlade(blade, along);
    const reach = onBlade(blade, Math.min(1, along + 0.055));
    for (const side of [-1, 1]) {
      const out = blade.half(Math.min(1, along + 0.055)) * side;
      context.strokeStyle =
        vein % 2 === 0 ? palette.tone(leaf, l + 0.2, 0.9, 0.22) : palette.tone(leaf, l - 0.22, 1, 0.2);
      context.beginPath();
      context.moveTo(middle.x, middle.y);
      context.quadraticCurveTo(
        (middle.x + reach.x) / 2 + reach.acrossX * out * 0.35,
        (middle.y + reach.y) / 2 + reach.acrossY * out * 0.35,
        reach.x + reach.acrossX * out,
        reach.y + reach.acrossY * out,
      );
      context.stroke();
    }
  }
  context.restore();
  const rib = strip({ ...blade, half: (along) => Math.max(1.2 * u, 5.5 * u * (1 - along * 0.7)) }, -1, 1);
  context.fillStyle = palette.tone(leaf, Math.min(0.9, l + 0.24), 0.8, 0.85);
  context.fill(rib);
  context.strokeStyle = palette.tone(leaf, Math.min(0.95, l + 0.32), 0.8, 0.75);
  context.lineWidth = 2.4 * u;
  context.stroke(edgeOf(blade, upper));
}

/** A blade out of focus, a soft stroke of colour in the distance. */
export function drawSoftBlade(context: SKRSContext2D, blade: Blade, colour: string): void {
  context.fillStyle = colour;
  context.fill(strip(blade, -1, 1));
}

function strip(blade: Blade, left: number, right: number): Path2D {
  const path = new Path2D();
  for (let step = 0; step <= 44; step++) {
    const along = step / 44;
    const { x, y, acrossX, acrossY } = onBlade(blade, along);
    const half = blade.half(along) * left;
    if (step === 0) path.moveTo(x + acrossX * half, y + acrossY * half);
    else path.lineTo(x + acrossX * half, y + acrossY * half);
  }
  for (let step = 44; step >= 0; step--) {
    const along = step / 44;
    const { x, y, acrossX, acrossY } = onBlade(blade, along);
    const half = blade.half(along) * right;
    path.lineTo(x + acrossX * half, y + acrossY * half);
  }
  path.closePath();
  return path;
}

function edgeOf(blade: Blade, side: number): Path2D {
  const path = new Path2D();
  for (let step = 0; step <= 44; step++) {
    const { x, y, acrossX, acrossY } = onBlade(blade, step / 44);
    const half = blade.half(step / 44) * side;
    if (step === 0) path.moveTo(x + acrossX * half, y + acrossY * half);
    else path.lineTo(x + acrossX * half, y + acrossY * half);
  }
  return path;
}
