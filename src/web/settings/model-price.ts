import type { ProviderInfo } from '#contract/provider-info.ts';

type Model = ProviderInfo['models'][number];
type Price = Model['prices'][number];

/** What a model costs, as far as the catalogue tells. */
export type ModelPrice =
  | { readonly kind: 'free' }
  | { readonly kind: 'unknown' }
  /** `atLeast`: dearer where more is asked, such as a higher resolution. */
  | {
      readonly kind: 'unit';
      readonly unit: 'second' | 'image' | 'kchar';
      readonly microUsd: number;
      readonly atLeast: boolean;
    }
  /** Per million tokens. */
  | { readonly kind: 'tokens'; readonly inMicroUsd: number; readonly outMicroUsd: number };

/** The price of a model today, in the fewest words: of several, the least. */
export function priceOfModel(
  { prices }: Pick<Model, 'prices'>,
  { keyless }: Pick<ProviderInfo, 'keyless'>,
  nowMs: number = Date.now(),
): ModelPrice {
  const today = prices.filter(({ from }) => from === undefined || Date.parse(from) <= nowMs);
  const of = (unit: Price['unit']): readonly number[] =>
    today.filter((price) => price.unit === unit).map(({ microUsd }) => microUsd);
  for (const unit of ['second', 'image', 'kchar'] as const) {
    const each = of(unit);
    if (each.length === 0) continue;
    const least = Math.min(...each);
    return { kind: 'unit', unit, microUsd: least, atLeast: Math.max(...each) > least };
  }
  const [into, out] = [of('mtok_in'), of('mtok_out')];
  if (into.length > 0 && out.length > 0) {
    return { kind: 'tokens', inMicroUsd: Math.min(...into), outMicroUsd: Math.min(...out) };
  }
  return keyless ? { kind: 'free' } : { kind: 'unknown' };
}
