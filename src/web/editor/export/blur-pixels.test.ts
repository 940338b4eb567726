import { expect, test } from 'vitest';
import { blurPixels } from './blur-pixels.ts';

const picture = (width: number, height: number, at: (x: number, y: number) => number) => ({
  width,
  height,
  data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, place) => {
    const pixel = Math.floor(place / 4);
    return place % 4 === 3 ? 255 : at(pixel % width, Math.floor(pixel / width));
  }),
});
const redAt = ({ data, width }: { data: Uint8ClampedArray; width: number }, x: number, y: number) =>
  data[4 * (y * width + x)];

test('what is of one colour stays so, to its very edge', () => {
  const flat = picture(20, 12, () => 200);
  blurPixels(flat, 2.3);
  expect(new Set(flat.data)).toEqual(new Set([200, 255]));
});

test('an edge is spread alike to both sides, across and down', () => {
  for (const isAcross of [true, false]) {
    const edge = picture(40, 40, (x, y) => ((isAcross ? x : y) < 20 ? 0 : 200));
    blurPixels(edge, 3);
    const along = [17, 19, 20, 22].map((off) => (isAcross ? redAt(edge, off, 7) : redAt(edge, 7, off)) ?? 0);
    expect(along).toEqual(along.toSorted((a, b) => a - b));
    expect((along[0] ?? 0) + (along[3] ?? 0)).toBeCloseTo(200, -0.5);
    // The share of a Gaussian of three pixels within half a pixel of its middle is 13 %.
    expect((along[2] ?? 0) - (along[1] ?? 0)).toBeCloseTo(0.132 * 200, -0.5);
  }
});
