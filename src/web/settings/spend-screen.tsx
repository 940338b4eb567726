import { useSuspenseQueries } from '@tanstack/react-query';
import { Coins, Download } from 'lucide-react';
import { useState } from 'react';
import type { SpendBy } from '#contract/cost.ts';
import { formatMoney, formatMonth, formatUtcDay } from '../app/format.ts';
import { budgetsQuery } from '../queries/budgets.ts';
import { spendQuery } from '../queries/spend.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { downloadText } from './download-text.ts';
import { LimitPanel } from './limit-panel.tsx';
import { SpendDays } from './spend-days.tsx';
import { SpendRangePicker } from './spend-range-picker.tsx';
import { barsOf, msOf, presetOf, rangeOf, spanOf, type SpendRange } from './spend-range.ts';
import { spendCsv } from './spend-csv.ts';
import { spendRoute } from './spend-route.ts';
import { SpendTable } from './spend-table.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { useSpendNames } from './use-spend-names.ts';

const BYS: readonly SpendBy[] = ['provider', 'model', 'project', 'work', 'day'];

/** Where the money went: in which time, to whom, for what; and how much there may be. */
export function SpendScreen() {
  const t = useStrings('spend');
  const [nowMs] = useState(() => Date.now());
  const search = spendRoute.useSearch();
  const navigate = spendRoute.useNavigate();
  const by = search.by ?? 'provider';
  const range = rangeOf(search, nowMs);
  const span = spanOf(range);
  const nameOf = useSpendNames(by);
  const [{ data: spend }, { data: days }, { data: budgets }] = useSuspenseQueries({
    queries: [spendQuery(span, by), spendQuery(span, 'day'), budgetsQuery],
  });
  const setSearch = (next: Partial<SpendRange & { by: SpendBy }>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const download = () => downloadText(t.fileName(range.from, range.to), spendCsv(by, spend.rows, nameOf), 'text/csv');
  return (
    <main id="content" className="mx-auto w-full max-w-280 min-w-0 px-4 py-5 sm:px-6">
      <h1 tabIndex={-1} className="text-23">
        {titleOf(t, spend.totalMicroUsd, range, nowMs)}
      </h1>
      <p className="mb-4 text-13 text-ink2">{t.intro}</p>
      <div className="flex flex-col gap-3">
        <SpendRangePicker range={range} nowMs={nowMs} onChange={setSearch} />
        <div className="grid items-stretch gap-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <section aria-label={t.bys.day} className="flex min-w-0 flex-col justify-end rounded-10 bg-panel p-4">
            <SpendDays bars={barsOf(range, days.rows, nowMs)} height={140} />
          </section>
          <LimitPanel
            budget={budgets.find(({ target }) => target === 'user') ?? null}
            reservedMicroUsd={spend.reservedMicroUsd}
          />
        </div>
        {spend.unknownCount > 0 && <Notice title={t.unknownNotice(spend.unknownCount)} />}
        <SettingsPanel
          title={t.by}
          action={
            spend.rows.length > 0 && (
              <Button size="sm" icon={Download} onClick={download}>
                {t.csv}
              </Button>
            )
          }
        >
          <Segmented
            label={t.by}
            value={by}
            onValueChange={(next) => setSearch({ by: next })}
            options={BYS.map((value) => ({ value, label: t.bys[value] }))}
            className="px-3 pt-2"
          />
          {spend.rows.length === 0 ? (
            <EmptyState icon={Coins} title={t.emptyTitle} text={t.emptyText} className="m-4" />
          ) : (
            <SpendTable by={by} spend={spend} nameOf={nameOf} />
          )}
        </SettingsPanel>
      </div>
    </main>
  );
}

function titleOf(
  t: ReturnType<typeof useStrings<'spend'>>,
  totalMicroUsd: number,
  range: SpendRange,
  nowMs: number,
): string {
  const preset = presetOf(range, nowMs);
  if (preset === 'month' || preset === 'last-month') {
    const month = formatMonth(msOf(range.from));
    return totalMicroUsd === 0 ? t.nothing(month) : t.title(formatMoney(totalMicroUsd), month);
  }
  const [from, to] = [formatUtcDay(msOf(range.from)), formatUtcDay(msOf(range.to))];
  return totalMicroUsd === 0 ? t.nothingBetween(from, to) : t.titleBetween(formatMoney(totalMicroUsd), from, to);
}
