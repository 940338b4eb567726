import { expect, test } from 'vitest';
import { mapSize } from './map-size.ts';
import type { Sizes } from './provider.ts';

const sizes: Sizes = {
  portrait: { fields: { ratio: '9:16' } },
  landscape: { fields: { ratio: '16:9' } },
  square: { fields: { ratio: '9:16' }, isNearest: true },
};
const model = { name: 'Reel', sizes };

test.each([
  [1080, 1920, '9:16'],
  [1920, 1080, '16:9'],
  [1080, 1350, '9:16'],
  [1280, 1200, '16:9'],
])('a frame of %d x %d goes by the way it stands', (width, height, ratio) => {
  expect(mapSize(model, { width, height })).toEqual({ fields: { ratio }, notes: [] });
});

test('where a model has no square the nearest is asked for, and it is said so', () => {
  expect(mapSize(model, { width: 1080, height: 1120 })).toEqual({
    fields: { ratio: '9:16' },
    notes: ['Reel has no square size: the nearest was made, and the film shows the middle of it.'],
  });
});

test('a model that takes any size is told the nearest of its steps', () => {
  expect(mapSize({ name: 'Any', sizeStep: 16 }, { width: 1080, height: 1920 }).fields).toEqual({
    width: 1088,
    height: 1920,
  });
  expect(mapSize({ name: 'Any', sizeStep: 64 }, { width: 8, height: 100 }).fields).toEqual({ width: 64, height: 128 });
});

test('a model that nobody knows is told no size', () => {
  expect(mapSize(undefined, { width: 1080, height: 1920 })).toEqual({ fields: {}, notes: [] });
});
