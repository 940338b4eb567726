import { formatMoney } from '../../app/format.ts';
import type { Catalogue } from '../../strings/areas.ts';
import { priceOf } from './panel-price.ts';
import type { Priced } from './use-board.ts';

/** A price as it is said in a button: free, $0.04, $0.48 to $0.96, or that nobody knows. */
export function priceWords(t: Catalogue['generate'], priced: Priced): string {
  const price = priceOf(priced);
  switch (price.kind) {
    case 'free':
      return t.free;
    case 'exact':
      return formatMoney(price.microUsd);
    case 'range':
      return t.range(formatMoney(price.fromMicroUsd), formatMoney(price.toMicroUsd));
    case 'unknown':
      return t.unknownPrice;
    default:
      return price satisfies never;
  }
}
