import { expect, test } from 'vitest';
import { priceOf } from './panel-price.ts';

test('what costs nothing is free, and what nobody knows is not', () => {
  expect(priceOf({ expectedMicroUsd: 0, atMostMicroUsd: 0 })).toEqual({ kind: 'free' });
  expect(priceOf({ expectedMicroUsd: null, atMostMicroUsd: null })).toEqual({ kind: 'unknown' });
  expect(priceOf({ expectedMicroUsd: 0, atMostMicroUsd: null })).toEqual({ kind: 'unknown' });
});

test('a price is a range only where the outcome is open', () => {
  expect(priceOf({ expectedMicroUsd: 40_000, atMostMicroUsd: 40_000 })).toEqual({ kind: 'exact', microUsd: 40_000 });
  expect(priceOf({ expectedMicroUsd: 40_000, atMostMicroUsd: 60_000 })).toEqual({
    kind: 'range',
    fromMicroUsd: 40_000,
    toMicroUsd: 60_000,
  });
});
