import type { CostEstimate } from '#contract/cost.ts';
import { useStrings } from '../../strings/catalogue.ts';

/** Why something would be refused for money, before anybody presses. */
export function BudgetNote({ estimate }: { readonly estimate: CostEstimate | undefined }) {
  const t = useStrings('scenario');
  if (estimate?.fits !== false) return null;
  return <output className="text-12 text-tally-text">{t.noBudget}</output>;
}
