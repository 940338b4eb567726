import type { SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { paintGlow } from '../glow.ts';
import type { Look, LookBrief } from '../look.ts';
import type { ColourRole } from '../palette.ts';
import { softly } from '../soft.ts';
import { skyTextZone } from '../text-zone.ts';

type Point = readonly [x: number, y: number];

/** One bundle of lines: where the line `across` (-1 to 1) is at `along` (0 to 1), in frame pixels. */
interface Bundle {
  readonly role: ColourRole;
  readonly lines: number;
  readonly at: (along: number, across: number) => Point;
  readonly alpha: number;
  /** Width of a line at u = 1, where it is not the same for all. */
  readonly widthPx?: (across: number) => number;
}

const RING = 1;
const FIELD = 2;
const STEPS = 56;

/** Ribbons of fine lines of light: a sweep, a ring, or a field of waves. */
export const ribbons: Look = {
  id: 'ribbons',
  version: 1,
  compositions: 3,
  textZone: skyTextZone,
  draw(brief, paint) {
    const bundles =
      brief.composition === RING ? ringOf(brief) : brief.composition === FIELD ? fieldOf(brief) : sweepOf(brief);
    paint(0, (context) => drawGround(context, brief));
    paint(0.5, (context) => drawBundles(context, brief, bundles.slice(0, 2)));
    paint(0.85, (context) => {
      drawBundles(context, brief, bundles.slice(2));
      drawSparks(context, brief, bundles);
    });
  },
};

function drawGround(context: SKRSContext2D, { composition, frame, palette, shape }: LookBrief): void {
  const isDark = palette.scheme === 'dark';
  const ground = context.createLinearGradient(0, 0, frame.width * 0.5, frame.height);
  ground.addColorStop(0, palette.tone('key', isDark ? 0.15 : 0.97, isDark ? 0.9 : 0.4));
  ground.addColorStop(0.55, palette.tone('key', isDark ? 0.2 : 0.94, isDark ? 0.9 : 0.6));
  ground.addColorStop(1, palette.tone('key', isDark ? 0.13 : 0.87, isDark ? 0.9 : 0.8));
  context.fillStyle = ground;
  fillAll(context, frame);
  const long = Math.max(frame.width, frame.height);
  const at =
    shape === 'landscape'
      ? { x: frame.width * 0.68, y: frame.height * (composition === FIELD ? 0.5 : 0.6) }
      : { x: frame.width * 0.6, y: frame.height * (composition === FIELD ? 0.5 : 0.62) };
  paintGlow(
    context,
    at,
    long * 0.5,
    (alpha) => palette.tone('second', isDark ? 0.42 : 0.86, 1, alpha),
    isDark ? 0.5 : 0.6,
  );
  paintGlow(
    context,
    { x: frame.width * 0.05, y: frame.height * 0.85 },
    long * 0.42,
    (alpha) => palette.tone('accent', isDark ? 0.36 : 0.88, 0.9, alpha),
    isDark ? 0.3 : 0.5,
  );
}

/** Three sheets that cross the frame from the lower left and fold once. */
function sweepOf({ frame, random, shape, shot, u }: LookBrief): readonly Bundle[] {
  const lots = random.fork('sweep');
  const flip = lots.next() < 0.35;
  const isLandscape = shape === 'landscape';
  const [startY, endY] = isLandscape ? [0.83, 0.42] : [0.88, 0.44];
  const near = shot === 'close' ? 1.45 : 1;
  return (['key', 'second', 'accent'] as const).map((role, place) => {
    const phase = lots.between(0, Math.PI * 2);
    const twist = lots.between(0.9, 1.5);
    const wide = (isLandscape ? 150 : 190) * u * near * lots.between(0.75, 1.2);
    const rise = lots.between(-0.05, 0.05);
    return {
      role,
      lines: 150,
      alpha: place === 0 ? 0.2 : 0.26,
      at: (along, across) => {
        const share = flip ? 1 - along : along;
        const middle = startY + (endY - startY) * (share * share * (3 - 2 * share) * 0.6 + share * 0.4) + rise;
        const wave = Math.sin(along * Math.PI * 1.9 + phase) * 0.055 * (isLandscape ? 1.2 : 0.9);
        // The sheet turns about its own middle: where it is seen edge-on the lines gather and shine.
        const turn = Math.cos(along * Math.PI * twist + phase * 0.6) + 0.22 * Math.sin(along * 7 + across * 1.6);
        return [
          (-0.1 + 1.2 * along) * frame.width + across * 40 * u,
          (middle + wave) * frame.height + across * wide * turn,
        ];
      },
    };
  });
}

/** Sheets wound around a ring at the subject's place. */
function ringOf({ frame, random, shape, shot, u }: LookBrief): readonly Bundle[] {
  const lots = random.fork('ring');
  const centre: Point =
    shape === 'landscape'
      ? [frame.width * 0.71, frame.height * 0.54]
      : [frame.width * 0.5, frame.height * (shape === 'portrait' ? 0.63 : 0.64)];
  const radius = (shape === 'portrait' ? 330 : shape === 'square' ? 270 : 320) * u * (shot === 'close' ? 1.2 : 1);
  const tilt = lots.between(-0.5, 0.5);
  return (['second', 'key', 'accent', 'key'] as const).map((role, place) => {
    const lobes = lots.int(2, 3) + (place % 2);
    const phase = lots.between(0, Math.PI * 2);
    const depth = lots.between(0.18, 0.3);
    return {
      role,
      lines: 96,
      alpha: 0.24,
      at: (along, across) => {
        const angle = along * Math.PI * 2 + tilt;
        const breathe = Math.sin(lobes * angle + phase + across * 0.9);
        const out = radius * (1 + 0.1 * Math.sin((lobes + 1) * angle - phase) + depth * across * breathe);
        return [centre[0] + out * Math.cos(angle), centre[1] + out * Math.sin(angle) * 0.94 + across * 14 * u];
      },
    };
  });
}

/** A sea of lines going away to a horizon, with a swell under them. */
function fieldOf({ frame, random, shape, shot, u }: LookBrief): readonly Bundle[] {
  const lots = random.fork('field');
  const horizon = frame.height * (shape === 'landscape' ? 0.5 : 0.48);
  const depth = frame.height * 1.12 - horizon;
  const phase = lots.between(0, Math.PI * 2);
  const swell = (shot === 'close' ? 1.35 : 1) * (shape === 'landscape' ? 170 : 210) * u;
  const bend = lots.between(0.8, 1.3);
  return (['key', 'second', 'accent'] as const).map((role, place) => ({
    role,
    lines: place === 2 ? 14 : 46,
    alpha: place === 2 ? 0.9 : 0.62,
    widthPx: (across: number) => (0.9 + 2.3 * ((across + 1) / 2) ** 1.5) * (place === 2 ? 1.5 : 1),
    at: (along, across) => {
      // `across` is the distance here: -1 at the horizon, 1 at the camera.
      const near = ((across + 1) / 2) ** 1.7;
      const x = (along - 0.5) * 2.4;
      const height =
        Math.sin(x * 2.1 * bend + near * 5 + phase) * 0.6 +
        Math.sin(x * 4.3 - near * 7 + phase * 1.7) * 0.28 +
        Math.sin(x * 1.1 - near * 2.4 + place * 0.5) * 0.5;
      return [
        frame.width * (0.5 + x * (0.5 + 0.25 * near)),
        horizon + depth * near - height * swell * (0.42 + 0.58 * near) + place * 5 * u,
      ];
    },
  }));
}

function drawBundles(context: SKRSContext2D, brief: LookBrief, bundles: readonly Bundle[]): void {
  const { frame, palette, u } = brief;
  const isDark = palette.scheme === 'dark';
  // Light is added on a dark ground; on paper the lines are ink, which multiplies.
  const composite = isDark ? 'lighter' : 'multiply';
  for (const bundle of bundles) {
    const colour = (alpha: number): string => palette.tone(bundle.role, isDark ? 0.62 : 0.7, isDark ? 1.1 : 0.9, alpha);
    softly(
      context,
      { x: -0.08 * frame.width, y: 0.2 * frame.height, width: 1.16 * frame.width, height: 0.9 * frame.height },
      46 * u,
      (small) => {
        small.strokeStyle = colour(0.5);
        small.lineWidth = 14 * u;
        for (let line = 0; line < bundle.lines; line += 8) trace(small, bundle, (line / (bundle.lines - 1)) * 2 - 1);
      },
      { alpha: isDark ? 0.5 : 0.3, composite },
    );
    context.save();
    context.globalCompositeOperation = composite;
    for (let line = 0; line < bundle.lines; line++) {
      const across = (line / (bundle.lines - 1)) * 2 - 1;
      const edge = Math.abs(across) > 0.97 && bundle.widthPx === undefined ? 2.4 : 1;
      context.strokeStyle = palette.tone(
        bundle.role,
        isDark ? 0.66 + 0.12 * Math.sin(across * 5) : 0.62,
        isDark ? 1 : 1.1,
        Math.min(1, bundle.alpha * edge * (isDark ? 1 : 0.8)),
      );
      context.lineWidth = (bundle.widthPx?.(across) ?? (edge > 1 ? 1.7 : 1.15)) * u;
      trace(context, bundle, across);
    }
    context.restore();
  }
}

function trace(context: SKRSContext2D, bundle: Bundle, across: number): void {
  context.beginPath();
  for (let step = 0; step <= STEPS; step++) {
    const [x, y] = bundle.at(step / STEPS, across);
    if (step === 0) context.moveTo(x, y);
    else {
      const [beforeX, beforeY] = bundle.at((step - 0.5) / STEPS, across);
      context.quadraticCurveTo(
        2 * beforeX - (x + bundle.at((step - 1) / STEPS, across)[0]) / 2,
        2 * beforeY - (y + bundle.at((step - 1) / STEPS, across)[1]) / 2,
        x,
        y,
      );
    }
  }
  context.stroke();
}

/** Points of light on the lines, three sizes of them. */
function drawSparks(context: SKRSContext2D, { palette, random, u }: LookBrief, bundles: readonly Bundle[]): void {
  const lots = random.fork('sparks');
  const isDark = palette.scheme === 'dark';
  for (let spark = 0; spark < 46; spark++) {
    const bundle = lots.pick(bundles);
    const [x, y] = bundle.at(lots.next(), lots.between(-1.1, 1.1));
    const size = (lots.next() ** 3 * 5 + 1.6) * u;
    const radius = size * 5.5;
    const glow = context.createRadialGradient(x, y, 0, x, y, radius);
    glow.addColorStop(0, palette.tone('accent', isDark ? 0.85 : 0.72, 1, 0.6));
    glow.addColorStop(1, palette.tone('accent', 0.75, 1, 0));
    context.fillStyle = glow;
    context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
    context.fillStyle = isDark ? palette.tone('neutral', 0.98) : palette.tone('accent', 0.62);
    context.beginPath();
    context.arc(x, y, size, 0, Math.PI * 2);
    context.fill();
  }
}
