import { formatMoney } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import type { Look } from './use-look.ts';

const CENT_MICRO_USD = 10_000;

/** How an amount of this step is said. */
export function useSaidMoney(): (microUsd: number | null) => string {
  const t = useStrings('analyze');
  return (microUsd) => {
    if (microUsd === null) return t.priceUnknown;
    if (microUsd === 0) return t.free;
    return microUsd < CENT_MICRO_USD ? t.underCent : formatMoney(microUsd);
  };
}

/** What having the reference looked at costs; null until that is known. */
export function useLookPrice({ microUsd }: Look): string | null {
  const said = useSaidMoney();
  return microUsd === undefined ? null : said(microUsd);
}
