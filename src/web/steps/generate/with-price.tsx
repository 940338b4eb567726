import { useStrings } from '../../strings/catalogue.ts';
import { priceWords } from './price-words.ts';
import type { Priced } from './use-board.ts';

/** What a button does, and what that costs; the price is said quieter, and not at all until it is known. */
export function WithPrice({ what, price }: { readonly what: string; readonly price: Priced | undefined }) {
  const t = useStrings('generate');
  return (
    <span>
      {what}
      {price && <span className="font-normal opacity-80"> {priceWords(t, price)}</span>}
    </span>
  );
}
