import type { Budget } from '#contract/budget.ts';
import { formatMoney } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';

/** The limit beside what was spent: "of $40". */
export function LimitWords({ budget: { limitMicroUsd, period } }: { readonly budget: Budget }) {
  const t = useStrings('spend');
  const words = { month: t.of, day: t.ofDay, total: t.ofTotal }[period];
  return <span className="text-13 text-ink3">{words(formatMoney(limitMicroUsd))}</span>;
}
