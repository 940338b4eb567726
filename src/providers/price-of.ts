import type { Price } from './provider.ts';

/** What one unit costs: what is expected, and what it can be at most where the request does not settle which price holds. */
export interface UnitPrice {
  readonly expectedMicroUsd: number;
  readonly atMostMicroUsd: number;
}

/**
 * The price of a unit for what is sent; null where the model has none for it.
 *
 * Of the prices that hold, the one with the most conditions counts. Where none does, because the vendor decides or the
 * catalogue has a gap, it is the dearest that is not ruled out: an estimate may be too high, never too low.
 *
 * @param sent the fields that go out, as the conditions of prices name them
 */
export function priceOf(
  prices: readonly Price[],
  unit: Price['unit'],
  sent: Readonly<Record<string, string | number>>,
): UnitPrice | null {
  const ofUnit = prices.filter((price) => price.unit === unit);
  if (ofUnit.length === 0) return null;
  const conditions = (price: Price) => Object.entries(price.when ?? {});
  const holding = ofUnit.filter((price) => conditions(price).every(([name, value]) => String(sent[name]) === value));
  const possible = ofUnit.filter((price) =>
    conditions(price).every(([name, value]) => sent[name] === undefined || String(sent[name]) === value),
  );
  const dearest = (some: readonly Price[]) => Math.max(...some.map((price) => price.microUsd));
  const most = Math.max(...holding.map((price) => conditions(price).length));
  const closest = holding.filter((price) => conditions(price).length === most);
  const expectedMicroUsd = dearest(closest.length > 0 ? closest : possible.length > 0 ? possible : ofUnit);
  const settled = holding.length > 0 ? possible.filter((price) => conditions(price).length > most) : possible;
  return { expectedMicroUsd, atMostMicroUsd: Math.max(expectedMicroUsd, ...settled.map((price) => price.microUsd)) };
}
