import { Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Palette } from '../palette.ts';
import type { Random } from '../random.ts';
import { softly } from '../soft.ts';
import { lit, type Material } from '../solids.ts';

/** A flower cut from paper: `petal` its material, `heart` its middle's, `shadow` the hue shadows take. */
export interface Flower {
  readonly palette: Palette;
  readonly random: Random;
  readonly petal: Material;
  readonly heart: Material;
  readonly shadow: (alpha: number) => string;
}

/** A ring of petals: how many, how far they reach (share of the radius), how broad, how much lighter than the one outside. */
interface Ring {
  readonly count: number;
  readonly reach: number;
  readonly breadth: number;
  readonly lift: number;
}

const BLOOMS: Record<
  'peony' | 'daisy' | 'lotus',
  { readonly rings: readonly Ring[]; readonly tip: 'round' | 'notched' | 'pointed'; readonly heart: number }
> = {
  peony: {
    rings: [
      { count: 10, reach: 1, breadth: 0.62, lift: -0.02 },
      { count: 8, reach: 0.8, breadth: 0.56, lift: 0.03 },
      { count: 6, reach: 0.58, breadth: 0.5, lift: 0.06 },
      { count: 5, reach: 0.38, breadth: 0.4, lift: 0.09 },
    ],
    tip: 'notched',
    heart: 0.14,
  },
  daisy: {
    rings: [
      { count: 16, reach: 1, breadth: 0.27, lift: 0 },
      { count: 14, reach: 0.84, breadth: 0.25, lift: 0.05 },
    ],
    tip: 'round',
    heart: 0.27,
  },
  lotus: {
    rings: [
      { count: 9, reach: 1, breadth: 0.44, lift: -0.04 },
      { count: 9, reach: 0.78, breadth: 0.4, lift: 0.02 },
      { count: 7, reach: 0.55, breadth: 0.34, lift: 0.07 },
    ],
    tip: 'pointed',
    heart: 0.13,
  },
};

export type Bloom = keyof typeof BLOOMS;

/** Draws a bloom seen from the front, its shadow on what lies behind included. */
export function drawBloom(
  context: SKRSContext2D,
  flower: Flower,
  kind: Bloom,
  x: number,
  y: number,
  radius: number,
): void {
  const { rings, tip, heart } = BLOOMS[kind];
  softly(
    context,
    { x: x - radius, y: y - radius, width: radius * 2.2, height: radius * 2.3 },
    radius * 0.13,
    (small) => {
      small.fillStyle = flower.shadow(1);
      small.beginPath();
      small.arc(x + radius * 0.07, y + radius * 0.11, radius * 0.93, 0, Math.PI * 2);
      small.fill();
    },
    { alpha: 0.5 },
  );
  for (const [place, ring] of rings.entries()) {
    if (place > 0) ringShade(context, flower, x, y, ring.reach * radius);
    drawRing(context, flower, ring, tip, x, y, radius, flower.random.between(0, Math.PI));
  }
  ringShade(context, flower, x, y, heart * radius * 1.15);
  drawHeart(context, flower, x, y, heart * radius);
}

function ringShade(context: SKRSContext2D, flower: Flower, x: number, y: number, radius: number): void {
  const gradient = context.createRadialGradient(
    x + radius * 0.08,
    y + radius * 0.12,
    radius * 0.55,
    x + radius * 0.08,
    y + radius * 0.12,
    radius * 1.12,
  );
  gradient.addColorStop(0, lit(flower.palette, flower.petal, -0.3, 0.6));
  gradient.addColorStop(0.7, lit(flower.palette, flower.petal, -0.28, 0.26));
  gradient.addColorStop(1, lit(flower.palette, flower.petal, -0.25, 0));
  context.fillStyle = gradient;
  context.beginPath();
  context.arc(x + radius * 0.08, y + radius * 0.12, radius * 1.12, 0, Math.PI * 2);
  context.fill();
}

function drawRing(
  context: SKRSContext2D,
  flower: Flower,
  ring: Ring,
  tip: 'round' | 'notched' | 'pointed',
  x: number,
  y: number,
  radius: number,
  start: number,
): void {
  const { palette, random } = flower;
  for (let place = 0; place < ring.count; place++) {
    const angle = start + (place / ring.count) * Math.PI * 2 + random.between(-0.05, 0.05);
    const length = radius * ring.reach * random.between(0.95, 1.03);
    const path = petalPath(length, radius * ring.breadth * random.between(0.94, 1.06), tip);
    // Petals that open towards the lamp are lighter.
    const facing = Math.cos(angle - Math.PI * 1.25);
    const material: Material = { ...flower.petal, l: flower.petal.l + ring.lift + 0.045 * facing };
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.save();
    context.rotate(0.05);
    context.translate(length * 0.012, length * 0.012);
    context.fillStyle = lit(palette, material, -0.26, 0.4);
    context.fill(path);
    context.restore();
    const gradient = context.createLinearGradient(0, 0, length, 0);
    gradient.addColorStop(0.1, lit(palette, { ...material, chroma: (material.chroma ?? 1) * 1.25 }, -0.17));
    gradient.addColorStop(0.55, lit(palette, material, -0.015));
    gradient.addColorStop(1, lit(palette, material, 0.065));
    context.fillStyle = gradient;
    context.fill(path);
    context.clip(path);
    context.strokeStyle = lit(palette, material, 0.13, 0.95);
    context.lineWidth = Math.max(2.4, radius * 0.012);
    context.stroke(path);
    context.strokeStyle = lit(palette, material, -0.12, 0.3);
    context.lineWidth = Math.max(1, radius * 0.005);
    context.beginPath();
    for (const vein of [-0.2, 0, 0.2]) {
      context.moveTo(length * 0.2, 0);
      context.quadraticCurveTo(
        length * 0.5,
        vein * radius * ring.breadth * 1.1,
        length * 0.84,
        vein * radius * ring.breadth * 1.3,
      );
    }
    context.stroke();
    context.restore();
  }
}

function petalPath(length: number, breadth: number, tip: 'round' | 'notched' | 'pointed'): Path2D {
  const path = new Path2D();
  const half = breadth / 2;
  path.moveTo(0, 0);
  if (tip === 'pointed') {
    path.bezierCurveTo(length * 0.3, -half * 1.15, length * 0.7, -half * 1.05, length, 0);
    path.bezierCurveTo(length * 0.7, half * 1.05, length * 0.3, half * 1.15, 0, 0);
  } else if (tip === 'notched') {
    path.bezierCurveTo(length * 0.25, -half * 0.9, length * 0.62, -half * 1.5, length * 0.95, -half * 0.62);
    path.bezierCurveTo(length * 1.02, -half * 0.3, length * 0.99, -half * 0.08, length * 0.955, 0);
    path.bezierCurveTo(length * 0.99, half * 0.08, length * 1.02, half * 0.3, length * 0.95, half * 0.62);
    path.bezierCurveTo(length * 0.62, half * 1.5, length * 0.25, half * 0.9, 0, 0);
  } else {
    path.bezierCurveTo(length * 0.3, -half * 0.9, length * 0.75, -half * 1.25, length * 0.95, -half * 0.5);
    path.bezierCurveTo(length * 1.02, -half * 0.15, length * 1.02, half * 0.15, length * 0.95, half * 0.5);
    path.bezierCurveTo(length * 0.75, half * 1.25, length * 0.3, half * 0.9, 0, 0);
  }
  path.closePath();
  return path;
}

/** Stamens on the golden angle, as sunflowers have them. */
function drawHeart(context: SKRSContext2D, flower: Flower, x: number, y: number, radius: number): void {
  const { palette, heart } = flower;
  const base = context.createRadialGradient(x - radius * 0.3, y - radius * 0.35, 0, x, y, radius);
  base.addColorStop(0, lit(palette, heart, 0.02));
  base.addColorStop(1, lit(palette, heart, -0.24));
  context.fillStyle = base;
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
  const golden = Math.PI * (3 - Math.sqrt(5));
  const count = 90;
  for (let place = count - 1; place >= 0; place--) {
    const reach = radius * 1.06 * Math.sqrt((place + 0.5) / count);
    const angle = place * golden;
    const dotX = x + reach * Math.cos(angle);
    const dotY = y + reach * Math.sin(angle);
    const towardsLamp = Math.cos(angle - Math.PI * 1.25) * (reach / radius);
    context.fillStyle = lit(palette, heart, -0.2, 0.6);
    context.beginPath();
    context.arc(dotX + radius * 0.02, dotY + radius * 0.03, radius * 0.085, 0, Math.PI * 2);
    context.fill();
    context.fillStyle = lit(palette, heart, 0.07 + 0.09 * towardsLamp);
    context.beginPath();
    context.arc(dotX, dotY, radius * 0.072, 0, Math.PI * 2);
    context.fill();
  }
}
