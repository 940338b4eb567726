import { formatMoney } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { priceOf } from './panel-price.ts';

interface PanelPriceTagProps {
  readonly estimate: { readonly expectedMicroUsd: number | null; readonly atMostMicroUsd: number | null };
}

/** A price within the button it is paid by. */
export function PanelPriceTag({ estimate }: PanelPriceTagProps) {
  const t = useStrings('scenePanel');
  const price = priceOf(estimate);
  const said =
    price.kind === 'free'
      ? t.free
      : price.kind === 'exact'
        ? formatMoney(price.microUsd)
        : price.kind === 'range'
          ? t.priceRange(formatMoney(price.fromMicroUsd), formatMoney(price.toMicroUsd))
          : t.priceUnknown;
  return <span className="font-normal opacity-80">{said}</span>;
}
