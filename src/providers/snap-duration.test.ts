import { expect, test } from 'vitest';
import { snapDuration } from './snap-duration.ts';

test.each([
  [[4, 6, 8], 3, 4],
  [[4, 6, 8], 4, 4],
  [[4, 6, 8], 4.1, 6],
  [[8, 4, 6], 5, 6],
  [[4, 6, 8], 60, 8],
])('of the lengths %o, %d seconds are asked for as %d: never shorter, if it can be', (listS, wantedS, askedS) => {
  expect(snapDuration({ listS }, wantedS)).toBe(askedS);
});

test.each([
  [{ minS: 2, maxS: 10, stepS: 1 }, 0.5, 2],
  [{ minS: 2, maxS: 10, stepS: 1 }, 4.2, 5],
  [{ minS: 2, maxS: 10, stepS: 1 }, 150 * (1 / 30), 5], // in frames of 1/30 s, which is no whole number of anything
  [{ minS: 2, maxS: 10, stepS: 1 }, 11, 10],
  [{ minS: 0.2, maxS: 610 }, 4.2, 4.2],
  [undefined, 4.2, 4.2],
])('within %o, %d seconds are asked for as %d', (durations, wantedS, askedS) => {
  expect(snapDuration(durations, wantedS)).toBeCloseTo(askedS, 6);
});
