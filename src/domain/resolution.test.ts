import { expect, test } from 'vitest';
import { orientationOf } from './resolution.ts';

test.each([
  [1080, 1920, 'portrait'],
  [1920, 1080, 'landscape'],
  [1080, 1080, 'square'],
  [1080, 1030, 'square'],
  [1080, 1140, 'portrait'],
  [1140, 1080, 'landscape'],
])('%d x %d is %s', (width, height, orientation) => {
  expect(orientationOf({ width, height })).toBe(orientation);
});
