import type { Budget } from '#contract/budget.ts';
import { balanceOfBudget, type NamedBudgetRow } from '#store/budgets.ts';
import type { Db } from '#store/database/open-database.ts';

/** A stored limit as clients see it, with what is used of it. */
export async function budgetOf(db: Db, row: NamedBudgetRow): Promise<Budget> {
  const { targetKind: target, targetId, name, limitMicroUsd, period } = row;
  const { spentMicroUsd, heldMicroUsd: reservedMicroUsd } = await balanceOfBudget(db, row);
  const leftMicroUsd = limitMicroUsd - spentMicroUsd - reservedMicroUsd;
  return { target, targetId, name, limitMicroUsd, period, spentMicroUsd, reservedMicroUsd, leftMicroUsd };
}
