import { expect, test } from 'vitest';
import { nextInGrid } from './next-in-grid.ts';

const go = (key: string, from: number, isRightToLeft = false) =>
  nextInGrid(key, { from, count: 8, columns: 3, isRightToLeft });

test('arrows lead to the neighbours, along lines that go on', () => {
  expect([go('ArrowRight', 2), go('ArrowLeft', 3), go('ArrowDown', 1), go('ArrowUp', 4)]).toEqual([3, 2, 4, 1]);
});

test('nobody falls off an edge', () => {
  expect([go('ArrowLeft', 0), go('ArrowRight', 7), go('ArrowUp', 2), go('ArrowDown', 5)]).toEqual([0, 7, 2, 7]);
});

test('Home, End and pages lead far', () => {
  expect([go('Home', 5), go('End', 0), go('PageDown', 0), go('PageUp', 7)]).toEqual([0, 7, 7, 1]);
});

test('in a script from right to left the arrows lead where they point', () => {
  expect([go('ArrowRight', 2, true), go('ArrowLeft', 2, true)]).toEqual([1, 3]);
});

test('other keys lead nowhere, and in an empty grid none does', () => {
  expect(go('a', 1)).toBeNull();
  expect(nextInGrid('End', { from: 0, count: 0, columns: 3 })).toBeNull();
});
