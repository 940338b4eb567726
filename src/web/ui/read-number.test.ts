import { expect, test } from 'vitest';
import { readNumber } from './read-number.ts';

test('a number is read however its fraction and its sign are written', () => {
  expect(['12', ' 15,4 ', '15.4', '-3', '\u22123', '+2', '.5', '7.'].map(readNumber)).toEqual([
    12, 15.4, 15.4, -3, -3, 2, 0.5, 7,
  ]);
});

test('what is no number is none, and not nought', () => {
  expect(['', '-', 'ten', '1.2.3', '1e5', '0x10', '1,080.5'].map(readNumber)).toEqual(Array(7).fill(null));
});
