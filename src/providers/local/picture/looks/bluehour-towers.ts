import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Palette } from '../palette.ts';
import type { Random } from '../random.ts';

type Roof = 'flat' | 'setback' | 'spire' | 'slant' | 'crown' | 'dome';

/** A row of towers: far rows are pale and low in colour, near ones deep. Lengths in frame pixels. */
export interface TowerRow {
  readonly left: number;
  readonly right: number;
  readonly baseY: number;
  /** Heights between which towers vary; `heightAt` shapes the skyline (0 to 1 across the row). */
  readonly lowest: number;
  readonly highest: number;
  readonly heightAt: (across: number) => number;
  readonly widthPx: readonly [number, number];
  /** Colour of the walls at the top and at the foot, where the haze of the city rises. */
  readonly top: string;
  readonly foot: string;
  readonly edge: string;
  /** Share of lit windows, 0 to 1; 0 leaves the walls dark. */
  readonly lit: number;
  readonly windowPx: number;
}

/** Colours of lit windows, most of them warm. */
export function windowColours(palette: Palette): readonly string[] {
  const warm = { ...palette.nature(58, 26), c: 0.12 };
  return [
    palette.tone(warm, 0.86),
    palette.tone(warm, 0.8),
    palette.tone(warm, 0.74),
    palette.tone(warm, 0.92, 0.6),
    palette.tone('second', 0.86, 0.5),
  ];
}

/** Draws a row from left to right; returns the lights, so that they can bloom. */
export function drawTowers(
  context: SKRSContext2D,
  row: TowerRow,
  colours: readonly string[],
  random: Random,
  u: number,
): void {
  let x = row.left;
  while (x < row.right) {
    const width = random.between(row.widthPx[0], row.widthPx[1]);
    const across = (x + width / 2 - row.left) / (row.right - row.left);
    const height =
      row.lowest +
      (row.highest - row.lowest) * Math.min(1, Math.max(0, row.heightAt(across) * random.between(0.55, 1.12)));
    drawTower(context, row, { x, width, height }, colours, random, u);
    x += width + random.between(-0.12, 0.22) * width;
  }
}

function drawTower(
  context: SKRSContext2D,
  row: TowerRow,
  tower: { x: number; width: number; height: number },
  colours: readonly string[],
  random: Random,
  u: number,
): void {
  const { x, width, height } = tower;
  const roof: Roof =
    height > row.lowest + 0.62 * (row.highest - row.lowest)
      ? random.pick(['setback', 'spire', 'crown', 'flat', 'setback', 'slant', 'dome'])
      : random.pick(['flat', 'flat', 'flat', 'setback', 'flat', 'slant']);
  const top = row.baseY - height;
  const wall = context.createLinearGradient(0, top, 0, row.baseY);
  wall.addColorStop(0, row.top);
  wall.addColorStop(1, row.foot);
  context.fillStyle = wall;
  const bodyTop =
    roof === 'flat'
      ? top
      : top + Math.min(width * (roof === 'slant' ? 0.3 : roof === 'dome' ? 0.5 : 0.7), height * 0.22);
  context.fillRect(x, bodyTop, width, row.baseY - bodyTop + 2);
  drawRoof(context, roof, { x, width, top, bodyTop }, random, u);
  // One face is lit by what is left of the sky: the upper left edge catches it.
  context.fillStyle = row.edge;
  context.fillRect(x, bodyTop, Math.max(1.2, 2 * u), row.baseY - bodyTop);
  context.fillRect(x, bodyTop, width, Math.max(1, 1.4 * u));
  if (row.lit <= 0) return;
  const step = row.windowPx * 2;
  const columns = Math.max(1, Math.floor((width - row.windowPx) / step));
  const inset = (width - columns * step + (step - row.windowPx)) / 2;
  const isOffice = random.next() < 0.4;
  for (let y = bodyTop + row.windowPx * 1.6; y < row.baseY - row.windowPx * 2; y += step * (isOffice ? 0.9 : 1.12)) {
    const floorLit = isOffice && random.next() < 0.16;
    for (let column = 0; column < columns; column++) {
      if (!floorLit && random.next() > row.lit) continue;
      context.globalAlpha = random.between(0.45, 1);
      context.fillStyle = colours[Math.floor(random.next() ** 1.5 * colours.length)] ?? '#fff';
      context.fillRect(
        x + inset + column * step,
        y,
        row.windowPx * (isOffice ? 1.5 : 1),
        row.windowPx * (isOffice ? 0.8 : 1.25),
      );
    }
  }
  context.globalAlpha = 1;
}

function drawRoof(
  context: SKRSContext2D,
  roof: Roof,
  at: { x: number; width: number; top: number; bodyTop: number },
  random: Random,
  u: number,
): void {
  const { x, width, top, bodyTop } = at;
  switch (roof) {
    case 'flat':
      if (random.next() < 0.35)
        context.fillRect(x + width * random.between(0.2, 0.6), top - 10 * u, width * 0.18, 11 * u);
      break;
    case 'setback':
      context.fillRect(x + width * 0.14, (top + bodyTop) / 2, width * 0.72, bodyTop - top);
      context.fillRect(x + width * 0.3, top, width * 0.4, bodyTop - top);
      break;
    case 'spire':
      context.beginPath();
      context.moveTo(x, bodyTop + 1);
      context.lineTo(x + width * 0.5, top);
      context.lineTo(x + width, bodyTop + 1);
      context.fill();
      context.fillRect(x + width * 0.5 - 1.5 * u, top - 60 * u, 3 * u, 64 * u);
      break;
    case 'slant':
      context.beginPath();
      context.moveTo(x, bodyTop + 1);
      context.lineTo(x, top + (bodyTop - top) * 0.7);
      context.lineTo(x + width, top);
      context.lineTo(x + width, bodyTop + 1);
      context.fill();
      break;
    case 'crown':
      for (const step of [0, 1, 2, 3])
        context.fillRect(
          x + (width * step) / 9,
          bodyTop - ((bodyTop - top) * (step + 1)) / 4,
          width * (1 - (2 * step) / 9),
          (bodyTop - top) / 4 + 1,
        );
      context.fillRect(x + width / 2 - 1.5 * u, top - 46 * u, 3 * u, 48 * u);
      break;
    case 'dome':
      context.beginPath();
      context.ellipse(x + width / 2, bodyTop + 1, width / 2, bodyTop - top, 0, Math.PI, Math.PI * 2);
      context.fill();
      break;
  }
}
