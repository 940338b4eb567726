import { formatPrice } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import type { ModelPrice } from './model-price.ts';

/** Says the price of a model: "$0.12 a second", "free". */
export function usePriceWords(): (price: ModelPrice) => string {
  const { price: t } = useStrings('providers');
  return (price) => {
    if (price.kind === 'free') return t.free;
    if (price.kind === 'unknown') return t.unknown;
    if (price.kind === 'tokens') return t.tokens(formatPrice(price.inMicroUsd), formatPrice(price.outMicroUsd));
    const each = t[price.unit](formatPrice(price.microUsd));
    return price.atLeast ? t.from(each) : each;
  };
}
