import { expect, test } from 'vitest';
import { daysLeft } from './days-left.ts';

const DAY_MS = 86_400_000;

test('what was just deleted has 29 whole days and some hours, the last day has none, and what is overdue no fewer', () => {
  expect(daysLeft(30 * DAY_MS, 1000)).toBe(29);
  expect(daysLeft(30 * DAY_MS, 29.5 * DAY_MS)).toBe(0);
  expect(daysLeft(0, DAY_MS)).toBe(0);
});
