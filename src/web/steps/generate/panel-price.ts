/** What a price says: nothing to pay, so much, from so much to so much, or that nobody knows. */
type PriceSaid =
  | { readonly kind: 'free' }
  | { readonly kind: 'exact'; readonly microUsd: number }
  | { readonly kind: 'range'; readonly fromMicroUsd: number; readonly toMicroUsd: number }
  | { readonly kind: 'unknown' };

interface Priced {
  readonly expectedMicroUsd: number | null;
  readonly atMostMicroUsd: number | null;
}

/** How an estimate is said; a range where the outcome is open. */
export function priceOf({ expectedMicroUsd, atMostMicroUsd }: Priced): PriceSaid {
  if (expectedMicroUsd === null || atMostMicroUsd === null) return { kind: 'unknown' };
  if (atMostMicroUsd === 0) return { kind: 'free' };
  if (atMostMicroUsd <= expectedMicroUsd * OPEN) return { kind: 'exact', microUsd: atMostMicroUsd };
  return { kind: 'range', fromMicroUsd: expectedMicroUsd, toMicroUsd: atMostMicroUsd };
}

const OPEN = 1.02; // less apart than that, they are the same cent
