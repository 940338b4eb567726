import type { Price } from './provider.ts';

/** The prices that hold at a time, in Unix milliseconds: of the same thing, the one that began last. A day begins in UTC. */
export function pricesOn(prices: readonly Price[], nowMs: number): readonly Price[] {
  const begun = prices.filter(({ from }) => from === undefined || Date.parse(from) <= nowMs);
  const isOver = (price: Price): boolean =>
    begun.some((later) => isOfTheSame(later, price) && (later.from ?? '') > (price.from ?? ''));
  return begun.filter((price) => !isOver(price));
}

function isOfTheSame(one: Price, other: Price): boolean {
  const names = new Set([...Object.keys(one.when ?? {}), ...Object.keys(other.when ?? {})]);
  return one.unit === other.unit && [...names].every((name) => one.when?.[name] === other.when?.[name]);
}
