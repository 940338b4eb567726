import { expect, test } from 'vitest';
import { lengthsOf } from './lengths-of.ts';

test.each([
  [
    [2, '4', '3s', '1.5 seconds'],
    [2, 4, 3, 1.5],
  ],
  [
    [2, 'long', 4, null, undefined, -1, 0],
    [2, 3, 4, 3, 3, 3, 3],
  ],
  [
    [Infinity, '1e400', 20],
    [10, 10, 10],
  ],
  [
    [undefined, {}],
    [1, 1],
  ],
  [[], []],
])('%j are lengths of %j seconds', (given, lengths) => {
  expect(lengthsOf(given, 10)).toEqual(lengths);
});
