import { expect, test } from 'vitest';
import type { Price } from '../provider.ts';
import { overTokens } from './price-for-prompt.ts';
import { tokenCost } from './token-cost.ts';

const price = (unit: Price['unit'], dollars: number): Price => ({
  unit,
  microUsd: dollars * 1e6,
  asOf: '2026-11-21',
  source: 'test',
});

test('tokens cost what a million of them costs, rounded up', () => {
  const prices = [price('mtok_in', 0.1), price('mtok_out', 0.5)];
  expect(tokenCost({ inputTokens: 1000, outputTokens: 200 }, { prices })).toBe(200);
  expect(tokenCost({ inputTokens: 1, outputTokens: 0 }, { prices })).toBe(1);
});

test('what is not known is not said to be nothing', () => {
  expect(tokenCost({ inputTokens: 1, outputTokens: 1 }, { prices: [] })).toBeUndefined();
  expect(tokenCost({ inputTokens: 1, outputTokens: 1 }, { prices: [price('mtok_in', 1)] })).toBeUndefined();
  expect(tokenCost({ inputTokens: 1, outputTokens: 1 }, undefined)).toBeUndefined();
  expect(tokenCost(null, { prices: [price('mtok_in', 1), price('mtok_out', 1)] })).toBeUndefined();
});

test('where a long prompt costs more, it does so for all of the request, and from the first token above', () => {
  const long = (over: number, into: number, out: number): Price[] =>
    [price('mtok_in', into), price('mtok_out', out)].map((one) => ({ ...one, when: overTokens(over) }));
  const prices = [...long(400_000, 8, 30), price('mtok_in', 2), price('mtok_out', 12), ...long(200_000, 4, 18)];
  const costOf = (inputTokens: number) => tokenCost({ inputTokens, outputTokens: 1000 }, { prices });
  expect(costOf(200_000)).toBe(400_000 + 12_000);
  expect(costOf(200_001)).toBe(800_004 + 18_000);
  expect(costOf(500_000)).toBe(4_000_000 + 30_000);
});
