import type { SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { paintGlow } from '../glow.ts';
import { BLEED, type Look, type LookBrief } from '../look.ts';
import { matchesStem } from '../picture-words.ts';
import { softly } from '../soft.ts';
import { erode, speckTile, takeChalk, type Chalk, type ChalkPlace } from './board-chalk.ts';
import { motifs, type Motif } from './board-motifs.ts';

const PAIR = 1;
const FRAMED = 2;

/** Chalk on a board, or coloured pencil on squared paper where the film is light: one drawing and its companions. */
export const board: Look = {
  id: 'board',
  version: 1,
  compositions: 3,
  textZone(shape) {
    if (shape === 'landscape') return { x: 0.06, y: 0.28, width: 0.38, height: 0.42 };
    return shape === 'portrait'
      ? { x: 0.08, y: 0.12, width: 0.84, height: 0.2 }
      : { x: 0.08, y: 0.08, width: 0.84, height: 0.22 };
  },
  draw(brief, paint) {
    const { composition, random } = brief;
    const [first, second, third, fourth] = motifsFor(brief);
    const lots = random.fork('board');
    paint(0, (context) => drawGround(context, brief));
    const main = placeOf(brief);
    if (composition === PAIR) {
      paint(0.55, (context) => {
        drawMotif(context, brief, second, companion(brief), 0.8);
        drawArrow(chalkAt(context, brief, { x: 0, y: 0, scale: 1, turn: 0 }, 0.9), brief);
        erodeAll(context, brief);
      });
    }
    if (composition === FRAMED) {
      paint(0.55, (context) => {
        drawRow(context, brief, [second, third, fourth], main);
        erodeAll(context, brief);
      });
    }
    paint(1, (context) => {
      drawMotif(context, brief, first, { ...main, turn: lots.between(-0.05, 0.05) }, 1);
      if (composition === 0) drawAccents(chalkAt(context, brief, main, 0.8), lots);
      erodeAll(context, brief);
    });
  },
};

type FourMotifs = readonly [Motif, Motif, Motif, Motif];

/** The motif the words ask for first, the others after it in an order of the seed's. */
function motifsFor({ random, words }: LookBrief): FourMotifs {
  const order = random.fork('motifs');
  const [first, second, third, fourth] = motifs
    .map((motif) => ({
      motif,
      rank: words.findIndex((word) => motif.stems.some((stem) => matchesStem(word, stem))),
      lot: order.next(),
    }))
    .toSorted(
      (left, right) => (left.rank < 0 ? 999 : left.rank) - (right.rank < 0 ? 999 : right.rank) || left.lot - right.lot,
    )
    .map(({ motif }) => motif);
  if (!first || !second || !third || !fourth) throw new RangeError('the board needs four motifs');
  return [first, second, third, fourth];
}

function placeOf({ composition, frame, shape, shot, u }: LookBrief): ChalkPlace {
  const near = shot === 'close' ? 1.13 : 1;
  if (shape === 'landscape') {
    const [x, y, scale] =
      composition === PAIR ? [0.78, 0.4, 285] : composition === FRAMED ? [0.725, 0.4, 290] : [0.725, 0.52, 365];
    return { x: x * frame.width, y: y * frame.height, scale: scale * u * near, turn: 0 };
  }
  const isPortrait = shape === 'portrait';
  const [x, y, scale] =
    composition === PAIR
      ? [0.6, isPortrait ? 0.51 : 0.55, 330]
      : composition === FRAMED
        ? [0.5, isPortrait ? 0.55 : 0.55, 320]
        : [0.5, isPortrait ? 0.62 : 0.66, 400];
  return { x: x * frame.width, y: y * frame.height, scale: scale * u * near * (isPortrait ? 1 : 0.74), turn: 0 };
}

function companion({ frame, shape, u }: LookBrief): ChalkPlace {
  if (shape === 'landscape') return { x: 0.57 * frame.width, y: 0.78 * frame.height, scale: 165 * u, turn: -0.08 };
  return {
    x: (shape === 'portrait' ? 0.32 : 0.22) * frame.width,
    y: (shape === 'portrait' ? 0.8 : 0.85) * frame.height,
    scale: (shape === 'portrait' ? 220 : 130) * u,
    turn: -0.08,
  };
}

function drawGround(context: SKRSContext2D, { frame, palette, random, u }: LookBrief): void {
  const lots = random.fork('ground');
  const isDark = palette.scheme === 'dark';
  const long = Math.max(frame.width, frame.height);
  const slate = slateOf(palette);
  context.fillStyle = isDark ? palette.tone(slate, 0.3) : palette.tone('key', 0.958, 0.4);
  fillAll(context, frame);
  paintGlow(
    context,
    { x: frame.width * 0.3, y: frame.height * 0.2 },
    long * 0.75,
    (alpha) => palette.tone(isDark ? slate : 'neutral', isDark ? 0.4 : 0.99, 1, alpha),
    isDark ? 0.4 : 0.8,
  );
  if (!isDark) {
    const cell = 54 * u;
    context.strokeStyle = palette.tone('key', 0.7, 0.8, 0.2);
    context.lineWidth = 1.6 * u;
    context.beginPath();
    for (let x = -2 * cell; x < frame.width * (1 + BLEED) + cell; x += cell) {
      context.moveTo(x, -BLEED * frame.height - 2);
      context.lineTo(x, frame.height * (1 + BLEED) + 2);
    }
    for (let y = -3 * cell; y < frame.height * (1 + BLEED) + cell; y += cell) {
      context.moveTo(-BLEED * frame.width - 2, y);
      context.lineTo(frame.width * (1 + BLEED) + 2, y);
    }
    context.stroke();
    return;
  }
  // What was written before was wiped off: wide pale arcs of the sponge.
  softly(
    context,
    { x: 0, y: 0, width: frame.width, height: frame.height },
    34 * u,
    (small) => {
      for (let wipe = 0; wipe < 16; wipe++) {
        small.strokeStyle = palette.tone(slate, 0.62, 0.6, lots.between(0.05, 0.15));
        small.lineWidth = lots.between(50, 150) * u;
        const [x, y] = [lots.between(-0.1, 0.9) * frame.width, lots.between(-0.05, 1.05) * frame.height];
        small.beginPath();
        small.moveTo(x, y);
        small.quadraticCurveTo(
          x + lots.between(200, 420) * u,
          y + lots.between(-160, 60) * u,
          x + lots.between(500, 900) * u,
          y + lots.between(-80, 160) * u,
        );
        small.stroke();
      }
    },
    { alpha: 0.9 },
  );
}

function slateOf(palette: LookBrief['palette']): { l: number; c: number; h: number } {
  const green = palette.nature(165, 60);
  const { key } = palette;
  const hue = key.h >= 125 && key.h <= 300 ? key.h : green.h;
  return { l: 0.32, c: 0.045, h: hue };
}

function drawMotif(context: SKRSContext2D, brief: LookBrief, motif: Motif, place: ChalkPlace, weight: number): void {
  motif.draw(chalkAt(context, brief, place, weight), brief.random.fork(`motif ${motif.id}`));
}

/** Chalk in the colours of the board, pencils in those of paper; thinner for small drawings. */
function chalkAt(context: SKRSContext2D, { palette, random, u }: LookBrief, place: ChalkPlace, weight: number): Chalk {
  const isDark = palette.scheme === 'dark';
  const colours = isDark
    ? {
        white: palette.tone('neutral', 0.94),
        first: palette.tone('accent', 0.84),
        second: palette.tone('second', 0.82),
        third: palette.tone('key', 0.8),
      }
    : {
        white: palette.tone('key', 0.36, 0.8),
        first: palette.tone('accent', 0.64),
        second: palette.tone('second', 0.56),
        third: palette.tone('key', 0.56),
      };
  const strokePx = Math.max(5 * u, place.scale === 1 ? 8.5 * u : Math.min(11 * u, place.scale * 0.025)) * weight;
  return takeChalk(context, place, colours, random.fork(`hand ${Math.round(place.x)}`), strokePx);
}

function erodeAll(context: SKRSContext2D, { frame, palette, random }: LookBrief): void {
  const tile = speckTile(random.fork('specks'), palette.scheme === 'dark' ? 0.62 : 0.42);
  erode(context, tile, {
    x: -BLEED * frame.width,
    y: -BLEED * frame.height,
    width: frame.width * (1 + 2 * BLEED),
    height: frame.height * (1 + 2 * BLEED),
  });
}

/** A dashed arrow from the companion to the main drawing. */
function drawArrow(chalk: Chalk, brief: LookBrief): void {
  const from = companion(brief);
  const to = placeOf(brief);
  const { u } = brief;
  const start = [from.x + from.scale * 1.05, from.y - from.scale * 0.2] as const;
  const end =
    brief.shape === 'landscape'
      ? ([to.x - to.scale * 0.1, to.y + to.scale * 1.04] as const)
      : ([to.x + to.scale * 0.2, to.y + to.scale * 1.04] as const);
  const bend = [Math.max(start[0], end[0]) + 20 * u, Math.max(start[1], end[1]) - 10 * u] as const;
  const at = (share: number): readonly [number, number] => [
    (1 - share) ** 2 * start[0] + 2 * (1 - share) * share * bend[0] + share * share * end[0],
    (1 - share) ** 2 * start[1] + 2 * (1 - share) * share * bend[1] + share * share * end[1],
  ];
  for (let dash = 0; dash < 7; dash++) chalk.curve(at, 'white', 1, dash / 7, dash / 7 + 0.085);
  const angle = Math.atan2(end[1] - at(0.9)[1], end[0] - at(0.9)[0]);
  for (const side of [-1, 1])
    chalk.line(
      [end, [end[0] - 34 * u * Math.cos(angle + side * 0.5), end[1] - 34 * u * Math.sin(angle + side * 0.5)]],
      'white',
      1,
    );
}

/** Three small drawings under the main one, each in a hand-drawn ring. */
function drawRow(context: SKRSContext2D, brief: LookBrief, row: readonly Motif[], main: ChalkPlace): void {
  const { frame, shape, u } = brief;
  const y = shape === 'landscape' ? frame.height * 0.82 : frame.height * (shape === 'portrait' ? 0.83 : 0.875);
  const gap = (shape === 'portrait' ? 300 : shape === 'square' ? 250 : 270) * u;
  const radius = (shape === 'portrait' ? 118 : 88) * u;
  for (const [number, motif] of row.entries()) {
    const place = { x: main.x + (number - 1) * gap, y, scale: radius * 0.66, turn: 0 };
    chalkAt(context, brief, { ...place, scale: radius }, 0.8).ring(
      0,
      0,
      1,
      1,
      0,
      (['second', 'first', 'third'] as const)[number] ?? 'white',
      1,
    );
    drawMotif(context, brief, motif, place, 0.8);
  }
}

/** A few marks around the drawing, so that it has small detail beside large form. */
function drawAccents(chalk: Chalk, lots: LookBrief['random']): void {
  for (let mark = 0; mark < 6; mark++) {
    const angle = lots.between(0, Math.PI * 2);
    const [x, y] = [1.16 * Math.cos(angle), 1.18 * Math.sin(angle)];
    const size = lots.between(0.025, 0.05);
    if (mark % 3 === 0) chalk.ring(x, y, size, size, 0, 'third', 0.9);
    else {
      chalk.line(
        [
          [x - size, y],
          [x + size, y],
        ],
        mark % 3 === 1 ? 'first' : 'white',
        0.9,
      );
      chalk.line(
        [
          [x, y - size],
          [x, y + size],
        ],
        mark % 3 === 1 ? 'first' : 'white',
        0.9,
      );
    }
  }
  chalk.curve((share) => [-0.62 + 1.3 * share, 1.2 + 0.03 * Math.sin(share * 16)], 'second', 1);
}
