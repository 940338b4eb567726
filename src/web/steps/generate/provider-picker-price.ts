import type { ProviderInfo } from '#contract/provider-info.ts';

type ModelInfo = ProviderInfo['models'][number];

/** The price that a choice begins with: of a picture, or of a second of a clip; null where none is known. */
export function unitPriceOf(
  model: ModelInfo,
  role: 'image' | 'video',
  nowMs: number,
): { readonly microUsd: number; readonly isFrom: boolean } | null {
  const unit = role === 'image' ? 'image' : 'second';
  const prices = model.prices
    .filter((price) => price.unit === unit && (price.from === undefined || Date.parse(price.from) <= nowMs))
    .map(({ microUsd }) => microUsd);
  if (prices.length === 0) return null;
  const microUsd = Math.min(...prices);
  return { microUsd, isFrom: prices.some((price) => price > microUsd) };
}
