import { expect, test } from 'vitest';
import { gemini } from './gemini/gemini.ts';
import { pricesOn } from './prices-on.ts';
import type { Price } from './provider.ts';

const price = (microUsd: number, more: Partial<Price> = {}): Price => ({
  unit: 'second',
  microUsd,
  asOf: '2026-11-21',
  source: 'a page',
  ...more,
});

test('a price holds until the day of the one that is announced in its place, and no other of its kind is touched', () => {
  const wide = { when: { resolution: '1080p' } };
  const prices = [price(1), price(2, { from: '2027-01-01' }), price(3, wide), price(4, { unit: 'image' })];
  const on = (day: string) => pricesOn(prices, Date.parse(day)).map(({ microUsd }) => microUsd);
  expect(on('2026-12-31T23:59:59Z')).toEqual([1, 3, 4]);
  expect(on('2027-01-01T00:00:00Z')).toEqual([2, 3, 4]);
});

test('what Gemini 3.8 Flash costs doubles with the year', () => {
  const flash = gemini.models.find(({ id }) => id === 'gemini-3.8-flash');
  const on = (day: string) => pricesOn(flash?.prices ?? [], Date.parse(day)).map(({ microUsd }) => microUsd);
  expect(on('2026-11-21')).toEqual([750_000, 3_750_000]);
  expect(on('2027-01-02')).toEqual([1_500_000, 7_500_000]);
});
