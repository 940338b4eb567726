import { expect, test } from 'vitest';
import type { Price } from '../provider.ts';
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
