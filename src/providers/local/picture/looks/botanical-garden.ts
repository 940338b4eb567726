import type { SKRSContext2D } from '@napi-rs/canvas';
import { fillAll } from '../fill-all.ts';
import { betweenShapes } from '../frame.ts';
import { groundOf } from '../ground.ts';
import type { LookBrief } from '../look.ts';
import { hueDistance } from '../oklch.ts';
import { areaLightness, type Oklch } from '../palette.ts';
import { softly } from '../soft.ts';
import { lit, type Material } from '../solids.ts';
import type { Bloom, Flower } from './botanical-flowers.ts';
import type { Foliage } from './botanical-leaves.ts';

/** The materials of one picture, the middle of its subject and how many pixels a unit of it is. */
export interface Garden extends Foliage {
  readonly ground: Oklch;
  readonly leaf: Oklch;
  readonly petal: Material;
  readonly other: Material;
  readonly heart: Material;
  readonly disc: Material;
  readonly x: number;
  readonly y: number;
  readonly k: number;
  readonly mirror: 1 | -1;
}

/** Chooses the materials: the petals' role is the one farthest from the leaves. */
export function gardenOf(brief: LookBrief): Garden {
  const { palette, frame, shape, u } = brief;
  const dark = palette.scheme === 'dark';
  const ground = groundOf(palette);
  const near = palette.nature(145, 48);
  // Without a green of the film's own: a muted one, or foliage outshouts the palette.
  const leaf: Oklch = near.h === 145 ? { l: 0.5, c: Math.min(0.095, near.c), h: 152 } : near;
  const roles = ([palette.key, palette.accent, palette.second] as const).filter((role) => role.c > 0.03);
  const apart = (role: Oklch): number => Math.abs(hueDistance(leaf.h, role.h));
  const byDistance = roles.toSorted((one, other) => apart(other) - apart(one));
  const petal = byDistance[0] ?? palette.accent;
  const other = byDistance[1] !== undefined && apart(byDistance[1]) > 50 ? byDistance[1] : petal;
  const heart: Oklch = palette.nature(82, 26);
  const close = brief.shot === 'close' ? (shape === 'landscape' ? 1.12 : 1.2) : 1;
  return {
    palette,
    ground,
    leaf,
    petal: {
      colour: petal,
      l: dark ? 0.7 : Math.max(0.74, areaLightness(petal)),
      chroma: Math.min(1.7, Math.max(0.95, 0.115 / petal.c)),
    },
    other: { colour: other, l: dark ? 0.78 : 0.87, chroma: 0.8 },
    heart: { colour: heart, l: 0.72, chroma: 1 },
    disc: { colour: petal, l: dark ? 0.42 : 0.82, chroma: dark ? 0.85 : 0.72 },
    shadow: (alpha) => palette.tone(ground, dark ? 0.06 : 0.26, 0.9, alpha),
    x: frame.width * { portrait: 0.5, square: 0.5, landscape: 0.75 }[shape],
    y: frame.height * { portrait: 0.62, square: 0.66, landscape: 0.53 }[shape],
    k: u * (shape === 'landscape' ? 0.84 : betweenShapes(frame, 0.74, 1.08)) * close,
    mirror: brief.random.fork('mirror').next() < 0.5 ? -1 : 1,
  };
}

/** The quiet paper behind everything, lit from the upper left. */
export function drawGround(context: SKRSContext2D, { frame, palette }: LookBrief, garden: Garden): void {
  const { width, height } = frame;
  const dark = palette.scheme === 'dark';
  const paper: Material = {
    colour: garden.ground,
    l: dark ? 0.235 : 0.925,
    chroma: dark ? 0.9 : Math.min(1, 0.05 / Math.max(0.02, garden.ground.c)),
  };
  const reach = Math.max(width, height) * 1.2;
  const light = context.createRadialGradient(width * 0.22, height * 0.14, 0, width * 0.22, height * 0.14, reach);
  light.addColorStop(0, lit(palette, paper, dark ? 0.07 : 0.03));
  light.addColorStop(0.45, lit(palette, paper, 0));
  light.addColorStop(1, lit(palette, { ...paper, chroma: (paper.chroma ?? 1) * 1.3 }, dark ? -0.06 : -0.07));
  context.fillStyle = light;
  fillAll(context, frame);
}

/** A disc of paper lying on the ground, its edge lit. */
export function drawDisc(
  context: SKRSContext2D,
  garden: Garden,
  x: number,
  y: number,
  radius: number,
  material = garden.disc,
): void {
  const { palette } = garden;
  softly(
    context,
    { x: x - radius, y: y - radius, width: radius * 2.1, height: radius * 2.1 },
    radius * 0.11,
    (small) => {
      small.fillStyle = garden.shadow(1);
      small.beginPath();
      small.arc(x + radius * 0.04, y + radius * 0.06, radius, 0, Math.PI * 2);
      small.fill();
    },
    { alpha: 0.36 },
  );
  const face = context.createLinearGradient(x - radius, y - radius, x + radius, y + radius);
  face.addColorStop(0, lit(palette, material, 0.05));
  face.addColorStop(1, lit(palette, material, -0.07));
  context.fillStyle = face;
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
  const edge = context.createLinearGradient(x - radius, y - radius, x + radius * 0.5, y + radius * 0.5);
  edge.addColorStop(0, lit(palette, material, 0.17));
  edge.addColorStop(0.6, lit(palette, material, 0.1, 0));
  context.strokeStyle = edge;
  context.lineWidth = Math.max(2, radius * 0.008);
  context.stroke();
}

/** What a flower of this picture is made of; `label` gives each its own chance. */
export function flowerOf(brief: LookBrief, garden: Garden, label: string, petal = garden.petal): Flower {
  return {
    palette: garden.palette,
    random: brief.random.fork(label),
    petal,
    heart: garden.heart,
    shadow: garden.shadow,
  };
}

/** The flower a brief asks for by name, else one by seed. */
export function bloomOf(brief: LookBrief): Bloom {
  const has = (...stems: readonly string[]): boolean =>
    brief.words.some((word) => stems.some((stem) => word.startsWith(stem)));
  if (has('daisy', 'chamomile', 'sunflower', 'papatya', 'ayçiçe')) return 'daisy';
  if (has('lotus', 'lily', 'spa', 'yoga', 'nilüfer', 'zambak')) return 'lotus';
  if (has('rose', 'peony', 'petal', 'gül', 'şakayık')) return 'peony';
  return brief.random.fork('bloom').pick(['peony', 'peony', 'lotus', 'daisy'] as const);
}

/** The leaves' colour at a lightness. */
export function green(garden: Garden, l: number, chroma = 1): Material {
  return { colour: garden.leaf, l: garden.palette.scheme === 'dark' ? l + 0.03 : l, chroma };
}
