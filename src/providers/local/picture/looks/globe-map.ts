import type { SKRSContext2D } from '@napi-rs/canvas';
import type { LookBrief } from '../look.ts';
import { softly } from '../soft.ts';
import { cities, isLand, type Place } from './globe-land.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
  /** 1 at the near edge, smaller with distance. */
  readonly scale: number;
}

/** Mercator, so that the shapes are the ones people know. */
function mercator(north: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (north * Math.PI) / 360)) * 180) / Math.PI;
}

/** A table of dots with the land on it, seen at a slant, and pins joined by arcs. */
export function drawMap(context: SKRSContext2D, brief: LookBrief, centre: Place): void {
  const { frame, palette, shape } = brief;
  const isLandscape = shape === 'landscape';
  const span = (isLandscape ? 92 : shape === 'square' ? 84 : 66) / (brief.shot === 'close' ? 1.35 : 1);
  const horizon = frame.height * (isLandscape ? 0.26 : 0.33);
  const near = frame.height * 1.1;
  const middle = frame.width * (isLandscape ? 0.66 : 0.5);
  const centreNorth = mercator(centre.north);
  const depthOf = (north: number): number => (mercator(north) - centreNorth) / span; // -0.5 near … 0.5 far
  const spot = ({ east, north }: Place): Spot => {
    const scale = 1 / (1 + 1.15 * (depthOf(north) + 0.5));
    const y = horizon + ((near - horizon) * (scale - 0.34)) / 0.66;
    return { x: middle + ((east - centre.east) / span) * frame.width * (isLandscape ? 1 : 1.5) * scale, y, scale };
  };
  const step = span / (isLandscape ? 64 : 54);
  const levels = 12;
  const batches = Array.from({ length: levels }, (): Spot[] => []);
  const seas = Array.from({ length: levels }, (): Spot[] => []);
  for (let row = -0.56; row < 0.62; row += step / span) {
    const at = centreNorth + row * span;
    const north = (Math.atan(Math.exp((at * Math.PI) / 180)) * 360) / Math.PI - 90;
    for (let east = -span * 1.3; east < span * 1.3; east += step) {
      const place = { east: centre.east + east, north };
      const one = spot(place);
      if (one.x < -0.1 * frame.width || one.x > 1.1 * frame.width || one.scale < 0.3) continue;
      const level = Math.min(levels - 1, Math.max(0, Math.floor(((one.scale - 0.445) / 0.4) * levels)));
      (isLand(place) ? batches : seas)[level]?.push(one);
    }
  }
  const size = (step / span) * frame.width * (isLandscape ? 1 : 1.5) * 0.36;
  const isDark = palette.scheme === 'dark';
  for (let level = 0; level < levels; level++) {
    // The far rows fade into the air, so that the table has no edge.
    const share = level / (levels - 1);
    dots(context, seas[level] ?? [], size * 0.36, palette.tone('second', isDark ? 0.6 : 0.66, 0.8, 0.36 * share));
    dots(
      context,
      batches[level] ?? [],
      size,
      isDark
        ? palette.tone('second', 0.6 + 0.3 * share, 1, share ** 0.8)
        : palette.tone('key', 0.62 - 0.2 * share, 1, share ** 0.7),
    );
  }
  drawPins(context, brief, spot);
}

function dots(context: SKRSContext2D, spots: readonly Spot[], size: number, colour: string): void {
  context.fillStyle = colour;
  context.beginPath();
  for (const { x, y, scale } of spots) {
    context.moveTo(x + size * scale, y);
    context.ellipse(x, y, size * scale, size * scale * 0.72, 0, 0, Math.PI * 2);
  }
  context.fill();
}

function drawPins(context: SKRSContext2D, brief: LookBrief, spot: (place: Place) => Spot): void {
  const { frame, palette, random, shape, u } = brief;
  const lots = random.fork('pins');
  const left = shape === 'landscape' ? 0.46 : 0.06;
  const top = shape === 'landscape' ? 0.3 : 0.44;
  const seen = cities
    .map((city) => ({ ...spot(city), lot: lots.next() }))
    .filter(
      ({ x, y }) =>
        x > left * frame.width && x < 0.95 * frame.width && y > top * frame.height && y < 0.94 * frame.height,
    )
    .toSorted((one, other) => one.lot - other.lot)
    .slice(0, 7)
    .toSorted((one, other) => one.y - other.y);
  const hub = seen[Math.floor(seen.length / 2)];
  if (hub === undefined) return;
  const heads = seen.map((pin) => ({ ...pin, head: pin.y - (110 + 70 * pin.lot) * u * pin.scale * 1.2 }));
  const arcs = (draw: SKRSContext2D): void => {
    const from = heads.find((pin) => pin.x === hub.x && pin.y === hub.y);
    if (from === undefined) return;
    for (const pin of heads) {
      if (pin === from) continue;
      draw.beginPath();
      draw.moveTo(from.x, from.head);
      draw.quadraticCurveTo(
        (from.x + pin.x) / 2,
        Math.min(from.head, pin.head) - Math.abs(from.x - pin.x) * 0.34,
        pin.x,
        pin.head,
      );
      draw.stroke();
    }
  };
  softly(
    context,
    { x: 0, y: 0, width: frame.width, height: frame.height },
    18 * u,
    (small) => {
      small.strokeStyle = palette.tone('accent', 0.74);
      small.lineWidth = 8 * u;
      arcs(small);
    },
    { alpha: 0.45 },
  );
  context.strokeStyle = palette.tone('accent', palette.scheme === 'dark' ? 0.84 : 0.68);
  context.lineWidth = 3 * u;
  arcs(context);
  for (const pin of heads) {
    const stem = context.createLinearGradient(0, pin.head, 0, pin.y);
    stem.addColorStop(0, palette.tone('accent', 0.8));
    stem.addColorStop(1, palette.tone('accent', 0.7, 1, 0.15));
    context.strokeStyle = stem;
    context.lineWidth = 4 * u * pin.scale + 1;
    context.beginPath();
    context.moveTo(pin.x, pin.y);
    context.lineTo(pin.x, pin.head);
    context.stroke();
    context.strokeStyle = palette.tone('accent', 0.75, 1, 0.6);
    context.lineWidth = 2.5 * u;
    for (const ring of [18, 36]) {
      context.beginPath();
      context.ellipse(pin.x, pin.y, ring * u * pin.scale, ring * u * pin.scale * 0.55, 0, 0, Math.PI * 2);
      context.stroke();
    }
    const radius = 21 * u * pin.scale;
    const ball = context.createRadialGradient(
      pin.x - radius * 0.4,
      pin.head - radius * 0.5,
      radius * 0.05,
      pin.x,
      pin.head,
      radius,
    );
    ball.addColorStop(0, palette.tone('accent', 0.96, 0.6));
    ball.addColorStop(0.45, palette.tone('accent', 0.76));
    ball.addColorStop(1, palette.tone('accent', 0.55));
    context.fillStyle = ball;
    context.beginPath();
    context.arc(pin.x, pin.head, radius, 0, Math.PI * 2);
    context.fill();
  }
}
