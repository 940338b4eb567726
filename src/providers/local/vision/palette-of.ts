import { toHex, type Oklab } from './oklab.ts';

/** A colour of a picture, with the share of its area, 0 to 1. */
export interface Swatch {
  readonly hex: string;
  readonly colour: Oklab;
  readonly share: number;
}

const CLUSTERS = 7;
const ROUNDS = 12;
const SAME_COLOUR = 0.07; // in OKLab; below it two swatches look like one
const LEAST_SHARE = 0.03;

/** The main colours of some pixels, the most frequent first: k-means in OKLab, begun from colours far apart. */
export function paletteOf(pixels: readonly Oklab[]): Swatch[] {
  if (pixels.length === 0) return [];
  let centres = farApart(pixels);
  let counts: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const sums = centres.map(() => [0, 0, 0, 0] as [number, number, number, number]);
    for (const pixel of pixels) {
      const sum = sums[nearest(centres, pixel)];
      if (!sum) continue;
      sum[0] += pixel[0];
      sum[1] += pixel[1];
      sum[2] += pixel[2];
      sum[3]++;
    }
    counts = sums.map((sum) => sum[3]);
    centres = centres.map((centre, index) => {
      const [lightness, a, b, count] = sums[index] ?? [0, 0, 0, 0];
      return count === 0 ? centre : [lightness / count, a / count, b / count];
    });
  }
  return merged(centres, counts, pixels.length);
}

/** Begins at the first pixel's opposite and goes on with whatever is furthest from all chosen so far. */
function farApart(pixels: readonly Oklab[]): Oklab[] {
  const centres: Oklab[] = [pixels[Math.floor(pixels.length / 2)] ?? [0, 0, 0]];
  const distances = pixels.map(() => Infinity);
  while (centres.length < CLUSTERS) {
    const last = centres.at(-1) ?? [0, 0, 0];
    let furthest = 0;
    for (const [index, pixel] of pixels.entries()) {
      distances[index] = Math.min(distances[index] ?? 0, squaredDistance(pixel, last));
      if ((distances[index] ?? 0) > (distances[furthest] ?? 0)) furthest = index;
    }
    if ((distances[furthest] ?? 0) < SAME_COLOUR ** 2 / 4) break;
    centres.push(pixels[furthest] ?? [0, 0, 0]);
  }
  return centres;
}

function merged(centres: readonly Oklab[], counts: readonly number[], total: number): Swatch[] {
  const kept: { colour: Oklab; count: number }[] = [];
  const byCount = centres
    .map((colour, index) => ({ colour, count: counts[index] ?? 0 }))
    .toSorted((one, other) => other.count - one.count);
  for (const { colour, count } of byCount) {
    const same = kept.find((each) => squaredDistance(each.colour, colour) < SAME_COLOUR ** 2);
    if (same) same.count += count;
    else kept.push({ colour, count });
  }
  return kept
    .toSorted((one, other) => other.count - one.count)
    .filter(({ count }, index) => index === 0 || count / total >= LEAST_SHARE)
    .map(({ colour, count }) => ({ hex: toHex(colour), colour, share: count / total }));
}

function nearest(centres: readonly Oklab[], pixel: Oklab): number {
  let best = 0;
  let least = Infinity;
  for (let index = 0; index < centres.length; index++) {
    const distance = squaredDistance(centres[index] ?? pixel, pixel);
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

function squaredDistance(one: Oklab, other: Oklab): number {
  return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;
}
