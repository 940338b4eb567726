import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { groundOf } from '../ground.ts';
import { BLEED, type Look, type LookBrief } from '../look.ts';
import { areaLightness, type Oklch } from '../palette.ts';
import type { Random } from '../random.ts';
import { softly } from '../soft.ts';
import { drawMotif, MOTIFS, type Motif } from './swiss-motifs.ts';
import { usualTextZone } from '../text-zone.ts';

/** A poster of modules: flat colours on a grid with a ragged edge, one large form lying on it. */
export const swiss: Look = {
  id: 'swiss',
  version: 1,
  compositions: 4,
  textZone: usualTextZone,
  draw(brief, paint) {
    const poster = posterOf(brief);
    paint(0, (context) => {
      drawGround(context, brief, poster);
    });
    paint(0.5, (context) => {
      drawModules(context, brief, poster);
    });
    paint(1, (context) => {
      drawHero(context, brief, poster);
    });
  },
};

/** The five flat colours and the grid: module side in pixels, its first column and row, which modules are filled. */
interface Poster {
  readonly ground: string;
  readonly groundColour: Oklch;
  readonly flats: readonly string[];
  readonly side: number;
  readonly left: number;
  readonly bottom: number;
  readonly columns: number;
  readonly filled: (column: number, rowFromBottom: number) => boolean;
  readonly hero: { readonly x: number; readonly y: number };
  readonly random: Random;
  readonly shadow: (alpha: number) => string;
}

function posterOf(brief: LookBrief): Poster {
  const { palette, frame, shape, composition, shot } = brief;
  const dark = palette.scheme === 'dark';
  const groundColour = groundOf(palette);
  const random = brief.random.fork('poster');
  const wide = shape === 'landscape';
  const cells = wide ? 8 : ([4, 3, 5, 4][composition % 4] ?? 4) + (shape === 'square' ? 1 : 0);
  const side = (frame.width / cells) * (shot === 'close' && wide ? 1.2 : 1);
  // How high each column is filled, in modules from the foot: the ragged edge of a composition.
  const room =
    shape === 'portrait'
      ? (frame.height * 0.62) / side
      : shape === 'square'
        ? (frame.height * 0.63) / side
        : (frame.height * 1.1) / side;
  const most = Math.floor(room);
  const profiles: readonly (readonly number[])[] = wide
    ? [
        [0, 0, 0, 0, most - 1, most, most, most],
        [0, 0, 0, 0, 2, most, most, most - 1],
        [0, 0, 0, 0, 1, 2, 3, most],
        [0, 0, 0, 0, most, most - 2, most, most],
      ]
    : [
        [most, most - 1, most, most - 1, most],
        [most - 2, most - 1, most, most, most],
        [most - 3, most - 2, most - 1, most, most],
        [most, most, most - 2, most - 1, most],
      ];
  const profile = profiles[composition % 4] ?? profiles[0] ?? [];
  const flip = !wide && random.next() < 0.5;
  const heights = flip ? profile.slice(0, cells).toReversed() : profile.slice(0, cells);
  const vivid = (role: 'key' | 'accent' | 'second', shift = 0): string =>
    palette.tone(role, areaLightness(palette[role]) + shift);
  return {
    ground: palette.tone(
      groundColour,
      dark ? 0.19 : 0.945,
      dark ? 1 : Math.min(1, 0.03 / Math.max(0.02, groundColour.c)),
    ),
    groundColour,
    flats: [
      vivid('key', dark ? -0.1 : -0.14),
      vivid('accent'),
      palette.tone('neutral', dark ? 0.95 : 0.985),
      palette.tone('key', dark ? 0.34 : 0.27, 0.9),
      vivid('second', 0.02),
    ],
    side,
    left: wide ? frame.width - side * 8 : 0,
    bottom: wide
      ? frame.height + (Math.ceil(frame.height / side) * side - frame.height) / 2
      : frame.height + side * 0.12,
    columns: cells,
    filled: (column, row) => {
      const height = heights[Math.min(cells - 1, Math.max(0, column))] ?? 0;
      return row < height && (!wide || column >= 4);
    },
    hero: heroPlace(brief, side, cells, most),
    random,
    shadow: (alpha) => palette.tone('key', dark ? 0.05 : 0.16, 0.7, alpha),
  };
}

/** A crossing of the grid for the large form's middle. */
function heroPlace(
  { frame, shape, composition }: LookBrief,
  side: number,
  cells: number,
  most: number,
): { readonly x: number; readonly y: number } {
  if (shape === 'landscape')
    return {
      x: frame.width - side * ([2, 2, 1.5, 3][composition % 4] ?? 2),
      y: frame.height * ([0.5, 0.56, 0.62, 0.44][composition % 4] ?? 0.5),
    };
  const column = [2, 1.5, 3, 2][composition % 4] ?? 2;
  const up = Math.max(1.4, [most * 0.55, most * 0.5, most * 0.36, most * 0.46][composition % 4] ?? 2);
  return { x: Math.min(cells - 1, column) * side, y: frame.height + side * 0.12 - Math.round(up) * side };
}

function drawGround(context: SKRSContext2D, { frame, palette }: LookBrief, poster: Poster): void {
  const { width, height } = frame;
  context.fillStyle = poster.ground;
  fillAll(context, frame);
  const dark = palette.scheme === 'dark';
  const light = context.createRadialGradient(width * 0.15, 0, 0, width * 0.15, 0, Math.max(width, height));
  light.addColorStop(0, palette.tone(poster.groundColour, dark ? 0.32 : 0.985, 0.9, dark ? 0.5 : 0.9));
  light.addColorStop(1, palette.tone(poster.groundColour, dark ? 0.2 : 0.96, 0.9, 0));
  context.fillStyle = light;
  fillAll(context, frame);
}

function drawModules(context: SKRSContext2D, brief: LookBrief, poster: Poster): void {
  const { frame } = brief;
  const { side, left, bottom, columns, flats, filled } = poster;
  const random = poster.random.fork('modules');
  const rows = Math.ceil((frame.height * (1 + BLEED)) / side) + 2;
  const last = new Map<number, Motif>();
  const outside = Math.ceil((BLEED * frame.width) / side);
  const sheet = new Path2D();
  const cells: { column: number; row: number }[] = [];
  for (let row = -1; row < rows; row++) {
    for (let column = -outside; column < columns + outside; column++) {
      if (!filled(column, row) || (left > 0 && column < 0)) continue;
      cells.push({ column, row });
      sheet.rect(left + column * side, bottom - (row + 1) * side, side, side);
    }
  }
  softly(
    context,
    {
      x: -BLEED * frame.width,
      y: -BLEED * frame.height,
      width: frame.width * (1 + 2 * BLEED),
      height: frame.height * (1 + 2 * BLEED),
    },
    side * 0.16,
    (small) => {
      small.translate(side * 0.03, -side * 0.01);
      small.fillStyle = poster.shadow(1);
      small.fill(sheet);
    },
    { alpha: brief.palette.scheme === 'dark' ? 0.5 : 0.22 },
  );
  let before: Motif | null = null;
  for (const { column, row } of cells) {
    const below = last.get(column);
    const motif: Motif = random.pick(MOTIFS.filter((candidate) => candidate !== before && candidate !== below));
    before = motif;
    last.set(column, motif);
    const ground = random.int(0, flats.length - 1);
    const ink = (ground + random.int(1, flats.length - 1)) % flats.length;
    const third = [0, 1, 2, 3, 4].find((place) => place !== ground && place !== ink) ?? 0;
    drawMotif(
      context,
      motif,
      { x: left + column * side, y: bottom - (row + 1) * side, side, turn: random.int(0, 3) },
      {
        ground: flats[ground] ?? poster.ground,
        ink: flats[ink] ?? poster.ground,
        third: flats[third] ?? poster.ground,
      },
    );
  }
  // One light over the whole sheet, as on a poster that hangs beside a window.
  const gleam = context.createLinearGradient(left, 0, frame.width, frame.height);
  gleam.addColorStop(0, 'rgba(255,255,255,0.13)');
  gleam.addColorStop(0.5, 'rgba(255,255,255,0)');
  gleam.addColorStop(1, poster.shadow(0.2));
  context.save();
  context.clip(sheet);
  context.fillStyle = gleam;
  fillAll(context, frame);
  context.restore();
}

/** The large form of two modules: a split ring, a pierced half, a sun of rays, or a cut ball; with the only deep shadow. */
function drawHero(context: SKRSContext2D, brief: LookBrief, poster: Poster): void {
  const { side, flats, hero } = poster;
  const { x, y } = hero;
  const radius =
    side *
    (brief.composition % 4 === 1 ? 0.94 : brief.composition % 4 === 2 ? 1.34 : 1.06) *
    (brief.shot === 'close' ? 1.16 : 1);
  const [key = '', accent = '', paper = '', ink = '', second = ''] = flats;
  for (const [blur, shift, alpha] of [
    [0.34, 0.12, 0.42],
    [0.07, 0.03, 0.4],
  ] as const) {
    softly(
      context,
      { x: x - radius, y: y - radius, width: radius * 2.4, height: radius * 2.4 },
      radius * blur,
      (small) => {
        small.fillStyle = poster.shadow(1);
        small.beginPath();
        small.arc(x + radius * shift, y + radius * shift * 1.3, radius, 0, Math.PI * 2);
        small.fill();
      },
      { alpha },
    );
  }
  const turn = brief.random.fork('turn').int(0, 3) * (Math.PI / 2) + Math.PI / 4;
  context.save();
  context.translate(x, y);
  context.rotate(turn);
  const half = (colour: string, reach: number, from: number, to: number): void => {
    context.fillStyle = colour;
    context.beginPath();
    context.moveTo(0, 0);
    context.arc(0, 0, reach, from * Math.PI, to * Math.PI);
    context.closePath();
    context.fill();
  };
  switch (brief.composition % 4) {
    case 0:
      half(accent, radius, 0, 1.002);
      half(paper, radius, 1, 2.002);
      half(key, radius * 0.56, 0, 1.002);
      half(ink, radius * 0.56, 1, 2.002);
      break;
    case 1:
      half(ink, radius, 0, 2);
      for (let ring = 0; ring < 3; ring++) half(ring % 2 === 0 ? accent : ink, radius * (0.84 - ring * 0.2), 0, 2);
      half(paper, radius * 0.26, 0, 2);
      break;
    case 2:
      half(paper, radius, 0, 2);
      for (let ray = 0; ray < 12; ray++)
        half(ray % 3 === 0 ? second : accent, radius * 0.96, ray / 6, ray / 6 + 1 / 12);
      half(ink, radius * 0.4, 0, 2);
      half(paper, radius * 0.2, 0, 2);
      break;
    default:
      half(key, radius, 0, 0.502);
      half(accent, radius, 0.5, 1.002);
      half(ink, radius, 1, 1.502);
      half(second, radius, 1.5, 2.002);
      half(paper, radius * 0.46, 0, 2);
      half(accent, radius * 0.24, 0, 2);
  }
  context.restore();
  const disc = new Path2D();
  disc.arc(x, y, radius, 0, Math.PI * 2);
  const light = context.createLinearGradient(x - radius, y - radius, x + radius, y + radius);
  light.addColorStop(0, 'rgba(255,255,255,0.16)');
  light.addColorStop(0.5, 'rgba(255,255,255,0)');
  light.addColorStop(1, poster.shadow(0.2));
  context.fillStyle = light;
  context.fill(disc);
  context.save();
  context.clip(disc);
  context.strokeStyle = 'rgba(255,255,255,0.4)';
  context.lineWidth = Math.max(3, radius * 0.014);
  context.beginPath();
  context.arc(x, y, radius, Math.PI * 0.9, Math.PI * 1.6);
  context.stroke();
  context.restore();
}
