import type { SpendRow } from '#contract/cost.ts';
import { formatMoney } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { useMadeWords } from './use-made-words.ts';

interface SpendBarsProps {
  readonly rows: readonly SpendRow[];
  readonly nameOf: (row: SpendRow) => string;
}

/** Who was paid how much and what was got for it, as bars beside each other; hatched where the price is not known. */
export function SpendBars({ rows, nameOf }: SpendBarsProps) {
  const t = useStrings('spend');
  const madeWords = useMadeWords();
  const most = Math.max(1, ...rows.map(({ spentMicroUsd }) => spentMicroUsd));
  return (
    <ul className="flex flex-col gap-3">
      {rows.map((row) => (
        <li key={row.key}>
          <div className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-13 font-semibold">{nameOf(row)}</span>
            <span className="min-w-0 flex-1 text-12 text-ink3">{madeWords(row.made)}</span>
            <span className="text-13 font-semibold">{formatMoney(row.spentMicroUsd)}</span>
          </div>
          <div aria-hidden="true" className="mt-1 flex h-2 gap-px overflow-hidden rounded-4 bg-lift">
            <span className="bg-ink2" style={{ width: `${(row.spentMicroUsd / most) * 100}%` }} />
            {row.unknownCount > 0 && <span className="hatch-ink flex-1" />}
          </div>
          {row.unknownCount > 0 && <p className="mt-0.5 text-12 text-ink3">{t.unknown(row.unknownCount)}</p>}
        </li>
      ))}
    </ul>
  );
}
