import { expect, test } from 'vitest';
import { filmTiles } from './film-tiles.ts';

const clip = { fromPx: 0, toPx: 240, tilePx: 40, scale: 2, sourceStartFrame: 0, sourceFrames: 120 };
const stills = (given: typeof clip) => filmTiles(given).map(({ still }) => still);

test('a whole clip shows its stills from the first to the last', () => {
  expect(stills(clip)).toEqual([2, 6, 10, 14, 18, 22]);
});

test('a clip that begins later in its source begins with a later still', () => {
  expect(stills({ ...clip, toPx: 120, sourceStartFrame: 60 })).toEqual([14, 18, 22]);
});

test('beyond the end of its source the last still is held', () => {
  expect(stills({ ...clip, sourceStartFrame: 100 }).slice(1)).toEqual([23, 23, 23, 23, 23]);
});

test('a window into a long clip has just the stills that are in it, at the same places', () => {
  const long = { ...clip, toPx: 4000, scale: 40 };
  const whole = filmTiles(long);
  const part = filmTiles({ ...long, fromPx: 990, toPx: 1500 });
  expect(part).toEqual(whole.filter(({ x }) => x >= 960 && x < 1500));
});
