import type { SKRSContext2D } from '@napi-rs/canvas';
import type { LookBrief } from '../look.ts';
import { softly } from '../soft.ts';
import { cities, isLand, type Place } from './globe-land.ts';

const DEGREE = Math.PI / 180;
const DOT_EVERY_DEG = 1.15;
/** Where the sun stands: left, above, in front. */
const SUN = { x: -0.56, y: 0.6, z: 0.57 };

/** A globe in the frame: centre and radius in frame pixels, turned to a place. */
export interface Sphere {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly centre: Place;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The body of the globe: sea, graticule, land as dots lit from the sun's side, rim light. */
export function drawSphere(context: SKRSContext2D, brief: LookBrief, sphere: Sphere): void {
  const { palette, u } = brief;
  const { x, y, radius } = sphere;
  const body = context.createRadialGradient(x - radius * 0.45, y - radius * 0.5, radius * 0.05, x, y, radius);
  body.addColorStop(0, palette.tone('key', 0.42));
  body.addColorStop(0.55, palette.tone('key', 0.27));
  body.addColorStop(1, palette.tone('key', 0.16));
  context.save();
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fillStyle = body;
  context.fill();
  context.clip();
  drawGraticule(context, brief, sphere);
  drawLand(context, brief, sphere);
  // The night side: a shadow that enters from the lower right.
  const night = context.createRadialGradient(
    x - radius * 0.5,
    y - radius * 0.55,
    radius * 0.7,
    x - radius * 0.3,
    y - radius * 0.35,
    radius * 1.75,
  );
  night.addColorStop(0, palette.tone('key', 0.1, 0.8, 0));
  night.addColorStop(1, palette.tone('key', 0.1, 0.8, 0.78));
  context.fillStyle = night;
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  // Air: thin and bright at the lit limb.
  const air = context.createRadialGradient(x, y, radius * 0.86, x, y, radius);
  air.addColorStop(0, palette.tone('second', 0.75, 1, 0));
  air.addColorStop(0.7, palette.tone('second', 0.78, 1, 0.1));
  air.addColorStop(1, palette.tone('second', 0.86, 0.9, 0.55));
  context.fillStyle = air;
  context.globalCompositeOperation = 'screen';
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  context.restore();
  const rim = context.createLinearGradient(x - radius * 0.8, y - radius * 0.8, x + radius * 0.5, y + radius * 0.6);
  rim.addColorStop(0, palette.tone('second', 0.95, 0.6, 0.95));
  rim.addColorStop(0.6, palette.tone('second', 0.85, 0.8, 0.2));
  rim.addColorStop(1, palette.tone('second', 0.8, 0.8, 0));
  context.strokeStyle = rim;
  context.lineWidth = 3 * u;
  context.beginPath();
  context.arc(x, y, radius - u, 0, Math.PI * 2);
  context.stroke();
}

function drawGraticule(context: SKRSContext2D, { palette, u }: LookBrief, sphere: Sphere): void {
  context.strokeStyle = palette.tone('second', 0.75, 0.8, 0.13);
  context.lineWidth = 1.4 * u;
  const trace = (placeAt: (step: number) => Place): void => {
    context.beginPath();
    let isDown = false;
    for (let step = 0; step <= 120; step++) {
      const point = projected(sphere, placeAt(step / 120));
      if (point.z <= 0) isDown = false;
      else if (isDown) context.lineTo(point.x, point.y);
      else {
        context.moveTo(point.x, point.y);
        isDown = true;
      }
    }
    context.stroke();
  };
  for (let east = -180; east < 180; east += 15) trace((step) => ({ east, north: -85 + 170 * step }));
  for (let north = -75; north <= 75; north += 15) trace((step) => ({ east: -180 + 360 * step, north }));
}

function drawLand(context: SKRSContext2D, { palette }: LookBrief, sphere: Sphere): void {
  const levels = 10;
  const spacing = sphere.radius * DOT_EVERY_DEG * DEGREE;
  const batches = Array.from({ length: levels }, (): number[] => []);
  for (let north = -84; north <= 84; north += DOT_EVERY_DEG) {
    const count = Math.max(1, Math.round((360 * Math.cos(north * DEGREE)) / DOT_EVERY_DEG));
    for (let place = 0; place < count; place++) {
      const at = { east: -180 + (360 * place) / count, north };
      const point = projected(sphere, at);
      if (point.z < 0.04 || !isLand(at)) continue;
      const sun =
        ((point.x - sphere.x) / sphere.radius) * SUN.x -
        ((point.y - sphere.y) / sphere.radius) * SUN.y +
        point.z * SUN.z;
      const level = Math.min(levels - 1, Math.max(0, Math.floor((0.35 + 0.65 * sun) * levels)));
      batches[level]?.push(point.x, point.y, spacing * (0.2 + 0.17 * point.z));
    }
  }
  for (const [level, dots] of batches.entries()) {
    const share = level / (levels - 1);
    context.fillStyle = palette.tone('second', 0.52 + 0.42 * share, 1.05 - 0.75 * share, 0.4 + 0.6 * share);
    context.beginPath();
    for (let place = 0; place < dots.length; place += 3) {
      const x = dots[place] ?? 0;
      const y = dots[place + 1] ?? 0;
      const size = dots[place + 2] ?? 0;
      context.moveTo(x + size, y);
      context.arc(x, y, size, 0, Math.PI * 2);
    }
    context.fill();
  }
}

/** Arcs of light from one city to six others, rising over the globe, with a mark at each end. */
export function drawRoutes(context: SKRSContext2D, brief: LookBrief, sphere: Sphere): void {
  const { palette, random, u } = brief;
  const lots = random.fork('routes');
  const visible = cities
    .map((city) => ({ city, point: projected(sphere, city) }))
    .filter(
      ({ point }) =>
        point.z > 0.2 && point.y < brief.frame.height * 1.02 && point.x > -40 * u && point.x < brief.frame.width * 1.03,
    )
    .toSorted((left, right) => right.point.z - left.point.z);
  const hub = visible[lots.int(0, Math.min(2, visible.length - 1))];
  if (hub === undefined) return;
  const ends = visible
    .filter((one) => one !== hub)
    .map((one) => ({ ...one, lot: lots.next() }))
    .toSorted((left, right) => left.lot - right.lot)
    .slice(0, 6);
  const path = (draw: SKRSContext2D, line: readonly Point[]): void => {
    draw.beginPath();
    for (const [place, point] of line.entries()) {
      if (place === 0) draw.moveTo(point.x, point.y);
      else draw.lineTo(point.x, point.y);
    }
    draw.stroke();
  };
  const lines = ends.map((end) => arcBetween(sphere, hub.city, end.city));
  const area = {
    x: sphere.x - sphere.radius * 1.2,
    y: sphere.y - sphere.radius * 1.2,
    width: sphere.radius * 2.4,
    height: sphere.radius * 2.4,
  };
  softly(
    context,
    clipped(area, brief),
    16 * u,
    (small) => {
      small.strokeStyle = palette.tone('accent', 0.75);
      small.lineWidth = 7 * u;
      for (const line of lines) path(small, line);
    },
    { alpha: 0.5, composite: 'screen' },
  );
  context.lineCap = 'round';
  for (const line of lines) {
    context.strokeStyle = palette.tone('accent', 0.84);
    context.lineWidth = 2.6 * u;
    path(context, line);
  }
  for (const { point, size } of [
    { point: hub.point, size: 1.7 },
    ...ends.map((end) => ({ point: end.point, size: 1 })),
  ]) {
    const glow = context.createRadialGradient(point.x, point.y, 0, point.x, point.y, 30 * u * size);
    glow.addColorStop(0, palette.tone('accent', 0.85, 1, 0.8));
    glow.addColorStop(1, palette.tone('accent', 0.8, 1, 0));
    context.fillStyle = glow;
    context.fillRect(point.x - 60 * u, point.y - 60 * u, 120 * u, 120 * u);
    context.strokeStyle = palette.tone('accent', 0.85, 1, 0.7);
    context.lineWidth = 2 * u;
    context.beginPath();
    context.arc(point.x, point.y, 15 * u * size, 0, Math.PI * 2);
    context.stroke();
    context.fillStyle = palette.tone('neutral', 0.99);
    context.beginPath();
    context.arc(point.x, point.y, 6 * u * size, 0, Math.PI * 2);
    context.fill();
  }
}

/** No wider than what can be seen, so that a giant globe costs no giant blur. */
function clipped(
  area: { x: number; y: number; width: number; height: number },
  { frame }: LookBrief,
): { x: number; y: number; width: number; height: number } {
  const x = Math.max(area.x, -0.08 * frame.width);
  const y = Math.max(area.y, -0.08 * frame.height);
  return {
    x,
    y,
    width: Math.min(area.x + area.width, 1.08 * frame.width) - x,
    height: Math.min(area.y + area.height, 1.08 * frame.height) - y,
  };
}

function projected({ x, y, radius, centre }: Sphere, { east, north }: Place, lift = 1): Point {
  const turn = (east - centre.east) * DEGREE;
  const phi = north * DEGREE;
  const tilt = centre.north * DEGREE;
  return {
    x: x + radius * lift * Math.cos(phi) * Math.sin(turn),
    y: y - radius * lift * (Math.cos(tilt) * Math.sin(phi) - Math.sin(tilt) * Math.cos(phi) * Math.cos(turn)),
    z: Math.sin(tilt) * Math.sin(phi) + Math.cos(tilt) * Math.cos(phi) * Math.cos(turn),
  };
}

function arcBetween(sphere: Sphere, from: Place, to: Place): readonly Point[] {
  const start = vectorOf(from);
  const end = vectorOf(to);
  const angle = Math.acos(Math.min(1, Math.max(-1, start[0] * end[0] + start[1] * end[1] + start[2] * end[2])));
  return Array.from({ length: 49 }, (_, step) => {
    const share = step / 48;
    const left = Math.sin((1 - share) * angle) / Math.sin(angle);
    const right = Math.sin(share * angle) / Math.sin(angle);
    const [x, y, z] = [
      left * start[0] + right * end[0],
      left * start[1] + right * end[1],
      left * start[2] + right * end[2],
    ];
    const place = { east: Math.atan2(y, x) / DEGREE, north: Math.asin(Math.min(1, Math.max(-1, z))) / DEGREE };
    return projected(sphere, place, 1 + Math.min(0.28, 0.3 * angle) * Math.sin(Math.PI * share));
  });
}

function vectorOf({ east, north }: Place): readonly [number, number, number] {
  const phi = north * DEGREE;
  return [Math.cos(phi) * Math.cos(east * DEGREE), Math.cos(phi) * Math.sin(east * DEGREE), Math.sin(phi)];
}
