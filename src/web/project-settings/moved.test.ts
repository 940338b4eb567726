import { expect, test } from 'vitest';
import { moved } from './moved.ts';

test('a colour that is moved goes exactly where it was put', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
});
