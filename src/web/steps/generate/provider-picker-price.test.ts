import { expect, test } from 'vitest';
import type { ProviderInfo } from '#contract/provider-info.ts';
import { unitPriceOf } from './provider-picker-price.ts';

type ModelInfo = ProviderInfo['models'][number];
const model = (more: object) => ({ prices: [], ...more }) as unknown as ModelInfo;

test('a price is the lowest of its unit, and says so where there are higher ones', () => {
  const price = (microUsd: number, unit: string) => ({ unit, microUsd });
  const prices = [price(50_000, 'second'), price(80_000, 'second'), price(9, 'image')];
  expect(unitPriceOf(model({ prices }), 'video', 1)).toEqual({ microUsd: 50_000, isFrom: true });
  expect(unitPriceOf(model({ prices }), 'image', 1)).toEqual({ microUsd: 9, isFrom: false });
  expect(unitPriceOf(model({}), 'image', 1)).toBeNull();
});

test('a price that is announced for later is not the one of today', () => {
  const prices = [
    { unit: 'image', microUsd: 5 },
    { unit: 'image', microUsd: 3, from: '2027-01-01' },
  ];
  expect(unitPriceOf(model({ prices }), 'image', Date.parse('2026-11-21'))?.microUsd).toBe(5);
  expect(unitPriceOf(model({ prices }), 'image', Date.parse('2027-01-02'))?.microUsd).toBe(3);
});
