import { useSuspenseQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { formatMoney, formatMonth } from '../app/format.ts';
import { budgetsQuery } from '../queries/budgets.ts';
import { spendQuery } from '../queries/spend.ts';
import { useStrings } from '../strings/catalogue.ts';
import { LimitWords } from './limit-words.tsx';
import { SpendBars } from './spend-bars.tsx';
import { SpendDays } from './spend-days.tsx';
import { SpendMeter } from './spend-meter.tsx';
import { barsOf, presetRange, spanOf } from './spend-range.ts';
import { useSpendNames } from './use-spend-names.ts';

/** The money of this month at a glance: against the limit, day by day, and to whom it went. */
export function SpendPanel({ nowMs }: { readonly nowMs: number }) {
  const t = useStrings('spend');
  const heading = useId();
  const nameOf = useSpendNames('provider');
  const range = presetRange('month', nowMs);
  const span = spanOf(range);
  const [{ data: spend }, { data: days }, { data: budgets }] = useSuspenseQueries({
    queries: [spendQuery(span, 'provider'), spendQuery(span, 'day'), budgetsQuery],
  });
  const budget = budgets.find(({ target }) => target === 'user') ?? null;
  return (
    <section aria-labelledby={heading} className="flex min-w-0 flex-col gap-3 rounded-10 bg-panel p-4">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={heading} className="text-13">
          {t.spentIn(formatMonth(nowMs))}
        </h2>
        <Link
          to="/settings/spend"
          search={{ by: 'project' }}
          className="text-12 text-ink2 underline underline-offset-2"
        >
          {t.byProject}
        </Link>
      </div>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-23 font-semibold">{formatMoney(spend.totalMicroUsd)}</span>
        {budget && <LimitWords budget={budget} />}
      </p>
      <SpendMeter budget={budget} reservedMicroUsd={spend.reservedMicroUsd} />
      <SpendDays bars={barsOf(range, days.rows, nowMs)} />
      <SpendBars rows={spend.rows} nameOf={nameOf} />
    </section>
  );
}
