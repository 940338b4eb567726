import { expect, test } from 'vitest';
import { nextInMenu } from './next-in-menu.ts';

const names = ['Rename', 'Duplicate', 'Download', 'Delete'];
const at = (key: string, from: number, typed = { letters: '', atMs: -1e9 }, nowMs = 0) =>
  nextInMenu({ key, from, names, typed, nowMs });

test('arrow keys go round, Home and End to the edges', () => {
  expect(at('ArrowDown', 0)).toBe(1);
  expect(at('ArrowDown', 3)).toBe(0);
  expect(at('ArrowUp', 0)).toBe(3);
  expect(at('ArrowUp', -1)).toBe(3);
  expect(at('ArrowDown', -1)).toBe(0);
  expect(at('Home', 2)).toBe(0);
  expect(at('End', 0)).toBe(3);
});

test('a letter goes to the next line that begins with it, several in one go to what they spell', () => {
  expect(at('d', 0)).toBe(1);
  expect(at('d', 1)).toBe(2);
  const typed = { letters: '', atMs: -1e9 };
  expect(at('d', 0, typed, 1000)).toBe(1);
  expect(at('e', 1, typed, 1200)).toBe(3);
  expect(at('r', 3, typed, 5000)).toBe(0);
});

test('keys that are no letters and names that are not there move nothing', () => {
  expect(at('Shift', 0)).toBeNull();
  expect(at(' ', 0)).toBeNull();
  expect(at('x', 0)).toBeNull();
  expect(nextInMenu({ key: 'ArrowDown', from: -1, names: [], typed: { letters: '', atMs: 0 }, nowMs: 0 })).toBeNull();
});
