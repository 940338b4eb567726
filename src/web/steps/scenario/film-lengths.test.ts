import { expect, test } from 'vitest';
import { fitOf, formatStart, placesOf } from './film-lengths.ts';

const scenes = (...lengths: readonly number[]) => lengths.map((duration_seconds) => ({ duration_seconds }));

test('each scene begins where the one before ends', () => {
  expect(placesOf(scenes(4, 4.5, 2))).toEqual({ startsS: [0, 4, 8.5], totalS: 10.5 });
  expect(placesOf([])).toEqual({ startsS: [], totalS: 0 });
});

test('a little too much is taken from the longest scene', () => {
  const fit = fitOf(scenes(4, 4.5, 5, 4), 17);
  expect(fit).toMatchObject({ kind: 'over', byS: 0.5, offer: { kind: 'one', place: 2, toS: 4.5 } });
});

test('a lot too much is taken from all, and the sum is exact', () => {
  const fit = fitOf(scenes(4, 5, 6), 10);
  if (fit.kind !== 'over' || fit.offer === null) throw new Error('no offer');
  expect(fit.offer.kind).toBe('all');
  expect(placesOf(scenes(...fit.offer.lengthsS)).totalS).toBeCloseTo(10, 9);
  expect(fit.offer.lengthsS[2]).toBeGreaterThan(fit.offer.lengthsS[0] ?? 0);
});

test('a film that is too short is stretched', () => {
  expect(fitOf(scenes(4, 5), 10)).toMatchObject({ kind: 'under', byS: 1, offer: { kind: 'one', place: 1, toS: 6 } });
  expect(fitOf(scenes(1, 1), 10)).toMatchObject({ kind: 'under', offer: { kind: 'all', lengthsS: [5, 5] } });
});

test('nothing is offered where scenes would only flicker, or where nobody wants a length', () => {
  expect(fitOf(scenes(...Array.from({ length: 30 }, () => 2)), 5)).toMatchObject({ kind: 'over', offer: null });
  expect(fitOf(scenes(3), null)).toEqual({ kind: 'none' });
  expect(fitOf(scenes(5, 5.004), 10)).toEqual({ kind: 'exact' });
});

test('a start is told in minutes, seconds and tenths', () => {
  expect([0, 8.5, 59.96, 75.25].map(formatStart)).toEqual(['00:00.0', '00:08.5', '01:00.0', '01:15.3']);
});
