import type { Budget } from '#contract/budget.ts';
import { formatMoney } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Meter } from '../ui/meter.tsx';

/** How much of a budget is spent, held for what is under way, and left. */
export function BudgetBar({ budget }: { readonly budget: Budget }) {
  const t = useStrings('projectSettings');
  const { limitMicroUsd, spentMicroUsd, reservedMicroUsd, leftMicroUsd, period } = budget;
  const parts = [
    { label: t.spent, value: spentMicroUsd, dot: 'bg-ink' },
    { label: t.reserved, value: reservedMicroUsd, dot: 'bg-ink3' },
    { label: t.left, value: leftMicroUsd, dot: 'bg-lift inset-ring inset-ring-line2' },
  ] as const;
  return (
    <section aria-label={t.tabs.budget} className="flex flex-col gap-4 rounded-10 bg-panel p-5">
      <p className="text-13 text-ink2">
        <span className="text-38 font-semibold text-ink">{formatMoney(spentMicroUsd)}</span>{' '}
        {t.ofLimit(formatMoney(limitMicroUsd), t.periods[period])}
      </p>
      <Meter
        label={t.tabs.budget}
        valueText={t.meterText(formatMoney(spentMicroUsd), formatMoney(reservedMicroUsd), formatMoney(leftMicroUsd))}
        max={limitMicroUsd}
        parts={[
          { label: t.spent, value: spentMicroUsd, look: 'solid' },
          { label: t.reserved, value: reservedMicroUsd, look: 'reserved' },
        ]}
      />
      <dl className="grid grid-cols-3 gap-3">
        {parts.map(({ label, value, dot }) => (
          <div key={label}>
            <dt className="flex items-center gap-2 text-12 text-ink3">
              <span aria-hidden="true" className={`size-2 rounded-full ${dot}`} />
              {label}
            </dt>
            <dd className="mt-0.5 text-15 font-semibold">{formatMoney(value)}</dd>
          </div>
        ))}
      </dl>
      {leftMicroUsd <= 0 && <p className="text-13 text-tally-text">{t.nothingLeft}</p>}
    </section>
  );
}
