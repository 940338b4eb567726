import { Problem } from '#contract/problems.ts';
import type { Trx } from '#store/database/tables.ts';
import type { Actor } from '../actor.ts';
import { budgetVerdicts, type Payable } from './budget-verdicts.ts';
import { inDollars } from './in-dollars.ts';

/**
 * Refuses what does not fit together into every budget that it counts against; they stay locked until the commit.
 *
 * @throws Problem `budget_exceeded`, and `price_unknown` where a budget cannot be kept since nobody knows the price
 */
export async function checkBudgets(trx: Trx, actor: Actor, payables: readonly Payable[]): Promise<void> {
  for (const verdict of await budgetVerdicts(trx, actor, payables)) {
    if (verdict.fits) continue;
    const { budget, unknown, leftMicroUsd, dueMicroUsd, spentMicroUsd, heldMicroUsd } = verdict;
    if (unknown) {
      const { provider, model } = unknown;
      throw new Problem('price_unknown', { provider, model, budget: budget.targetKind });
    }
    throw new Problem('budget_exceeded', {
      budget: budget.targetKind,
      period: budget.period,
      limitMicroUsd: budget.limitMicroUsd,
      spentMicroUsd,
      reservedMicroUsd: heldMicroUsd,
      estimateMicroUsd: dueMicroUsd,
      estimate: inDollars(dueMicroUsd),
      left: inDollars(Math.max(0, leftMicroUsd)),
    });
  }
}
