import type { CostEstimate } from '#contract/cost.ts';
import type { ProviderInfo } from '#contract/provider-info.ts';
import { formatMoney, formatSeconds } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { priceLines, tightestBudget, type PriceLine } from './price-lines.ts';

interface PriceListProps {
  readonly estimate: CostEstimate;
  readonly providers: readonly ProviderInfo[];
  /** Of all clips together. */
  readonly durationS: number;
}

const CENT_MICRO_USD = 10_000;

/** What every first take of the film would cost, by who makes it; what is paid now, and what is left. */
export function PriceList({ estimate, providers, durationS }: PriceListProps) {
  const { plan: t } = useStrings('init');
  const money = useMoney();
  const lines = priceLines(estimate, providers);
  const budget = tightestBudget(estimate);
  const script = lines.find(({ role }) => role === 'llm')?.microUsd ?? 0;
  const names: Record<PriceLine['role'], (line: PriceLine) => string> = {
    vision: () => t.analysis,
    llm: () => t.script,
    image: ({ count }) => t.pictures(count),
    video: () => t.clips(formatSeconds(durationS).replace(/\D0$/, '')),
  };
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <dl className="flex flex-col gap-1 text-12">
        {lines.map((line) => (
          <div key={line.role} className="grid grid-cols-[5.5rem_1fr_auto] items-baseline gap-x-3">
            <dt className="text-ink2">{names[line.role](line)}</dt>
            <dd className="truncate text-ink3">
              {line.model}
              {line.isRetired && <span className="text-tally-text"> {t.retired}</span>}
            </dd>
            <dd className="text-end">{money(line.microUsd)}</dd>
          </div>
        ))}
      </dl>
      <div className="flex items-baseline justify-between gap-3 border-t border-line pt-2 text-13 font-semibold">
        <p>{t.total}</p>
        <p>{money(estimate.expectedMicroUsd)}</p>
      </div>
      <p className="text-12 text-ink2">
        {script > 0 ? t.scriptNow(money(script)) : t.nothingNow}{' '}
        {budget && t.left[budget.target](formatMoney(Math.max(0, budget.leftMicroUsd)))}
      </p>
    </div>
  );
}

/** How an amount is said before it is paid. */
export function useMoney(): (microUsd: number | null) => string {
  const { plan: t } = useStrings('init');
  return (microUsd) => {
    if (microUsd === null) return t.unknown;
    if (microUsd === 0) return t.free;
    return microUsd < CENT_MICRO_USD ? t.underCent : formatMoney(microUsd);
  };
}
