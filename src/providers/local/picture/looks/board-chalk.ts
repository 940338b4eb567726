import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../random.ts';

type Point = readonly [x: number, y: number];
type Pen = 'white' | 'first' | 'second' | 'third';

/** A hand that draws in a unit square from -1 to 1: `y` down, sizes as shares of it. */
export interface Chalk {
  line(points: readonly Point[], pen?: Pen, weight?: number): void;
  curve(at: (share: number) => Point, pen?: Pen, weight?: number, from?: number, to?: number): void;
  ring(x: number, y: number, radiusX: number, radiusY?: number, turn?: number, pen?: Pen, weight?: number): void;
  /** Slanting strokes inside an outline. */
  hatch(inside: (x: number, y: number) => boolean, pen?: Pen, gap?: number): void;
  dot(x: number, y: number, radius: number, pen?: Pen): void;
}

/** How a motif is set into the frame. Lengths in frame pixels. */
export interface ChalkPlace {
  readonly x: number;
  readonly y: number;
  /** Pixels of one unit. */
  readonly scale: number;
  readonly turn: number;
}

const PASSES = 4;

/** A chalk for a context; every stroke is laid four times, a little off, as a hand does. */
export function takeChalk(
  context: SKRSContext2D,
  place: ChalkPlace,
  colours: Readonly<Record<Pen, string>>,
  random: Random,
  strokePx: number,
): Chalk {
  const cos = Math.cos(place.turn);
  const sin = Math.sin(place.turn);
  const set = ([x, y]: Point): Point => [
    place.x + place.scale * (x * cos - y * sin),
    place.y + place.scale * (x * sin + y * cos),
  ];
  const stroke = (points: readonly Point[], pen: Pen, weight: number): void => {
    context.strokeStyle = colours[pen];
    context.lineCap = 'round';
    context.lineJoin = 'round';
    for (let pass = 0; pass < PASSES; pass++) {
      const [offX, offY] = [random.between(-1, 1) * strokePx * 0.32, random.between(-1, 1) * strokePx * 0.32];
      context.globalAlpha = random.between(0.3, 0.62);
      context.lineWidth = strokePx * weight * random.between(0.5, 0.85);
      context.beginPath();
      for (const [number, point] of points.entries()) {
        const [x, y] = set(point);
        const wobble = strokePx * 0.16;
        const at: Point = [x + offX + random.between(-wobble, wobble), y + offY + random.between(-wobble, wobble)];
        if (number === 0) context.moveTo(...at);
        else context.lineTo(...at);
      }
      context.stroke();
    }
    context.globalAlpha = 1;
  };
  const chalk: Chalk = {
    line: (points, pen = 'white', weight = 1) => stroke(denser(points), pen, weight),
    curve: (at, pen = 'white', weight = 1, from = 0, to = 1) =>
      stroke(
        Array.from({ length: 61 }, (_, step) => at(from + ((to - from) * step) / 60)),
        pen,
        weight,
      ),
    ring: (x, y, radiusX, radiusY = radiusX, turn = 0, pen = 'white', weight = 1) => {
      const start = random.between(0, Math.PI * 2);
      // A hand overshoots: the ends of a circle pass each other.
      chalk.curve(
        (share) => {
          const angle = start + share * (Math.PI * 2 + 0.16);
          const drift = 1 + 0.012 * Math.sin(angle * 2 + start);
          const [across, down] = [radiusX * drift * Math.cos(angle), radiusY * drift * Math.sin(angle)];
          return [
            x + across * Math.cos(turn) - down * Math.sin(turn),
            y + across * Math.sin(turn) + down * Math.cos(turn),
          ];
        },
        pen,
        weight,
      );
    },
    hatch: (inside, pen = 'first', gap = 0.06) => {
      for (let offset = -2; offset < 2; offset += gap) {
        let run: Point[] = [];
        for (let step = 0; step <= 80; step++) {
          const along = -1.2 + (2.4 * step) / 80;
          const point: Point = [offset + along * 0.5, -along];
          if (inside(...point)) run.push(point);
          else {
            if (run.length > 2) stroke([run[0] ?? point, run.at(-1) ?? point], pen, 0.55);
            run = [];
          }
        }
        if (run.length > 2) stroke([run[0] ?? [0, 0], run.at(-1) ?? [0, 0]], pen, 0.55);
      }
    },
    dot: (x, y, radius, pen = 'white') => {
      chalk.curve(
        (share) => [x + radius * share * Math.cos(share * 40), y + radius * share * Math.sin(share * 40)],
        pen,
        1,
      );
    },
  };
  return chalk;
}

/** Takes specks out of a finished drawing, as the grain of a board does. */
export function erode(
  context: SKRSContext2D,
  tile: Canvas,
  area: { x: number; y: number; width: number; height: number },
): void {
  const pattern = context.createPattern(tile, 'repeat');
  if (pattern === null) return;
  context.save();
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = pattern;
  context.fillRect(area.x, area.y, area.width, area.height);
  context.restore();
}

/** Specks of all strengths; most of the tile is empty. */
export function speckTile(random: Random, strength: number): Canvas {
  const side = 256;
  const tile = createCanvas(side, side);
  const context = tile.getContext('2d');
  const image = context.createImageData(side, side);
  for (let place = 3; place < image.data.length; place += 4) {
    const lot = random.next();
    image.data[place] = lot > 0.5 ? Math.min(255, Math.round((lot - 0.5) * 2 * 255 * strength)) : 0;
  }
  context.putImageData(image, 0, 0);
  return tile;
}

function denser(points: readonly Point[]): readonly Point[] {
  return points.flatMap((point, number): Point[] => {
    const next = points[number + 1];
    if (next === undefined) return [point];
    return Array.from({ length: 8 }, (_, step): Point => [
      point[0] + ((next[0] - point[0]) * step) / 8,
      point[1] + ((next[1] - point[1]) * step) / 8,
    ]);
  });
}
