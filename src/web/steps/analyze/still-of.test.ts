import { expect, test } from 'vitest';
import { stillOf } from './still-of.ts';

test('a still shows the moment it is asked for', () => {
  const whole = { start: 0, end: 1 };
  expect([0, 0.49, 0.5, 0.999, 1].map((share) => stillOf(share, whole))).toEqual([0, 11, 12, 23, 23]);
});

test('a shot is shown by a still of its own where the strip has one', () => {
  expect(stillOf(0.34, { start: 0.335, end: 0.5 })).toBe(9); // the eighth is still of the shot before
  expect(stillOf(0.345, { start: 0.34, end: 0.35 })).toBe(8); // too short to have one
});
