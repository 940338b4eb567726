import { formatMoney, formatMonth, formatUtcDay } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { msOf, type Bar } from './spend-range.ts';

interface SpendDaysProps {
  readonly bars: readonly Bar[];
  /** Of the tallest bar, in pixels. */
  readonly height?: number | undefined;
}

/** What was spent day by day, in ink: the last day that has been is the bright one. */
export function SpendDays({ bars, height = 56 }: SpendDaysProps) {
  const t = useStrings('spend');
  const most = bars.reduce<Bar | null>((top, bar) => (bar.spentMicroUsd > (top?.spentMicroUsd ?? 0) ? bar : top), null);
  const last = bars.findLast(({ isAhead }) => !isAhead) ?? null;
  const [first] = bars;
  const nameOf = ({ key }: Bar): string =>
    key.length > 'YYYY-MM'.length ? formatUtcDay(msOf(key)) : formatMonth(msOf(key));
  const label = most ? t.days(formatMoney(most.spentMicroUsd), nameOf(most)) : t.daysNothing;
  return (
    <figure className="relative min-w-0">
      <p className="sr-only">{label}</p>
      <div
        aria-hidden="true"
        className="flex items-end gap-[2px] border-b border-line2"
        style={{ height: `${height}px` }}
      >
        {bars.map((bar) => (
          <span
            key={bar.key}
            title={bar.isAhead ? undefined : t.dayBar(nameOf(bar), formatMoney(bar.spentMicroUsd))}
            className={`min-w-0 flex-1 rounded-t-[2px] ${bar === last ? 'bg-ink' : 'bg-ink3'}`}
            style={{ height: bar.isAhead ? 0 : `${barShare(bar, most) * 100}%`, minHeight: bar.isAhead ? 0 : '1px' }}
          />
        ))}
      </div>
      {first && last && (
        <figcaption className="mt-1 flex justify-between gap-3 text-12 text-ink3">
          <span>{nameOf(first)}</span>
          {last !== first && (
            <span className="text-ink2">
              {last.isNow
                ? t.today(formatMoney(last.spentMicroUsd))
                : t.dayBar(nameOf(last), formatMoney(last.spentMicroUsd))}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}

const barShare = (bar: Bar, most: Bar | null): number => (most ? bar.spentMicroUsd / most.spentMicroUsd : 0);
