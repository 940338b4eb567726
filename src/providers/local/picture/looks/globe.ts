import type { SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { paintGlow } from '../glow.ts';
import type { Look, LookBrief } from '../look.ts';
import { matchesStem } from '../picture-words.ts';
import { softEllipse } from '../soft.ts';
import { regions, type Place } from './globe-land.ts';
import { drawMap } from './globe-map.ts';
import { drawRoutes, drawSphere, type Sphere } from './globe-sphere.ts';

const HORIZON = 1;
const MAP = 2;

/** The earth with its real coastlines: as a globe, as a limb at dawn, or as a table of dots. */
export const globe: Look = {
  id: 'globe',
  version: 1,
  compositions: 3,
  textZone(shape) {
    if (shape === 'landscape') return { x: 0.06, y: 0.24, width: 0.36, height: 0.38 };
    return shape === 'portrait'
      ? { x: 0.08, y: 0.12, width: 0.84, height: 0.2 }
      : { x: 0.08, y: 0.07, width: 0.84, height: 0.2 };
  },
  draw(brief, paint) {
    const { frame, palette, u } = brief;
    const centre = centreOf(brief);
    if (brief.composition === MAP) {
      paint(0, (context) => drawSpace(context, brief, { x: frame.width * 0.6, y: frame.height * 0.42 }));
      paint(0.7, (context) => drawMap(context, brief, centre));
      return;
    }
    const sphere = sphereOf(brief, centre);
    paint(0, (context) => {
      drawSpace(context, brief, { x: sphere.x - sphere.radius * 0.5, y: sphere.y - sphere.radius * 0.6 });
      // The air glows beyond the limb, on the sun's side.
      for (const [reach, strength] of [
        [1.34, 0.5],
        [1.13, 0.62],
      ] as const) {
        const lit = { x: sphere.x - sphere.radius * 0.07, y: sphere.y - sphere.radius * 0.08 };
        const halo = context.createRadialGradient(
          lit.x,
          lit.y,
          sphere.radius * 0.93,
          lit.x,
          lit.y,
          sphere.radius * reach,
        );
        for (let step = 0; step <= 6; step++) {
          const distance = step / 6;
          halo.addColorStop(
            distance,
            palette.tone('key', palette.scheme === 'dark' ? 0.62 : 0.82, 1.1, strength * (1 - distance) ** 2.4),
          );
        }
        context.fillStyle = halo;
        fillAll(context, frame);
      }
    });
    paint(0.75, (context) => {
      if (palette.scheme === 'light') {
        const shade = { colour: palette.tone('key', 0.3), blurPx: 90 * u, alpha: 0.4 };
        softEllipse(
          context,
          sphere.x + sphere.radius * 0.12,
          sphere.y + sphere.radius * 0.14,
          sphere.radius * 0.96,
          sphere.radius * 0.96,
          shade,
        );
      }
      drawSphere(context, brief, sphere);
      drawRoutes(context, brief, sphere);
    });
    paint(1, (context) => drawDust(context, brief));
  },
};

function centreOf({ random, words }: LookBrief): Place {
  const named = regions.find(([stems]) => words.some((word) => stems.some((stem) => matchesStem(word, stem))))?.[1];
  const lots = random.fork('turn');
  const from = named ?? lots.pick(regions)[1];
  return { east: from.east + lots.between(-9, 9), north: from.north + lots.between(-5, 5) };
}

function sphereOf({ composition, frame, random, shape, shot, u }: LookBrief, centre: Place): Sphere {
  const near = (shot === 'close' ? 1.13 : 1) * random.fork('size').between(0.97, 1.05);
  if (composition === HORIZON) {
    const radius = (shape === 'portrait' ? 1080 : shape === 'square' ? 900 : 1150) * u * near;
    const limb = shape === 'landscape' ? 0.34 : shape === 'square' ? 0.4 : 0.47;
    return {
      x: frame.width * (shape === 'landscape' ? 0.97 : 0.56),
      y: frame.height * limb + radius,
      radius,
      centre: { east: centre.east, north: centre.north - 34 },
    };
  }
  if (shape === 'landscape') return { x: frame.width * 0.745, y: frame.height * 0.56, radius: 490 * u * near, centre };
  const radius = (shape === 'portrait' ? 600 : 430) * u * near;
  return { x: frame.width * 0.52, y: frame.height * (shape === 'portrait' ? 0.7 : 0.74), radius, centre };
}

function drawSpace(
  context: SKRSContext2D,
  { frame, palette, random, u }: LookBrief,
  light: { x: number; y: number },
): void {
  const isDark = palette.scheme === 'dark';
  const ground = context.createLinearGradient(0, 0, 0, frame.height);
  ground.addColorStop(0, palette.tone('key', isDark ? 0.17 : 0.96, isDark ? 0.9 : 0.5));
  ground.addColorStop(1, palette.tone('key', isDark ? 0.24 : 0.86, isDark ? 1 : 0.8));
  context.fillStyle = ground;
  fillAll(context, frame);
  const long = Math.max(frame.width, frame.height);
  paintGlow(
    context,
    light,
    long * 0.7,
    (alpha) => palette.tone('key', isDark ? 0.42 : 0.99, isDark ? 1.1 : 0.3, alpha),
    isDark ? 0.5 : 0.7,
  );
  paintGlow(
    context,
    { x: frame.width, y: frame.height * 0.9 },
    long * 0.5,
    (alpha) => palette.tone('second', isDark ? 0.4 : 0.84, 1, alpha),
    0.35,
  );
  if (!isDark) return;
  const lots = random.fork('stars');
  for (let star = 0; star < 170; star++) {
    const size = lots.between(0.7, 1) ** 3 * 2.6 * u;
    context.fillStyle = palette.tone('neutral', 0.95, 1, lots.between(0.08, 0.5));
    context.beginPath();
    context.arc(
      lots.between(-0.08, 1.08) * frame.width,
      lots.between(-0.08, 1.08) * frame.height,
      size,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
}

/** A few motes near the camera, so that a move has a third distance. */
function drawDust(context: SKRSContext2D, { frame, palette, random, shape, u }: LookBrief): void {
  const lots = random.fork('dust');
  for (let mote = 0; mote < 16; mote++) {
    const at = {
      x: (shape === 'landscape' ? lots.between(0.5, 1.06) : lots.between(-0.06, 1.06)) * frame.width,
      y: lots.between(0.42, 1.06) * frame.height,
    };
    const radius = lots.between(3, 11) * u;
    const mist = context.createRadialGradient(at.x, at.y, 0, at.x, at.y, radius);
    mist.addColorStop(0, palette.tone('accent', 0.88, 0.8, lots.between(0.25, 0.6)));
    mist.addColorStop(1, palette.tone('accent', 0.8, 1, 0));
    context.fillStyle = mist;
    context.fillRect(at.x - radius, at.y - radius, radius * 2, radius * 2);
  }
}
