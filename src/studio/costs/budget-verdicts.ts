import type { Role } from '#contract/generation.ts';
import type { Estimate } from '#providers/estimate.ts';
import { balanceOfBudget, lockBudgets, type BudgetRow, type BudgetTarget } from '#store/budgets.ts';
import type { Trx } from '#store/database/tables.ts';
import type { Balance } from '#store/ledger.ts';
import type { Actor } from '../actor.ts';

/** Something that is to be paid, and whom it counts against beside the actor. */
export interface Payable {
  readonly projectId: string | null;
  readonly workId: string | null;
  readonly provider: string;
  readonly model: string;
  readonly role: Role;
  /** What is to be held; null: nobody knows what it costs. */
  readonly dueMicroUsd: Estimate['atMostMicroUsd'];
}

/** How something stands to one budget that it counts against. */
export interface BudgetVerdict extends Balance {
  readonly budget: BudgetRow;
  /** Below 0 where more was spent or held than may be. */
  readonly leftMicroUsd: number;
  /** Of all that counts against it; of what is known. */
  readonly dueMicroUsd: number;
  /** The first of which nobody knows what it costs. */
  readonly unknown: Payable | undefined;
  readonly fits: boolean;
}

/**
 * How several things together stand to every budget that they count against.
 *
 * The budgets are locked until the commit, before what is held and spent is summed up: so nobody passes a cap together
 * with somebody else. What is free always fits, also where a vendor charged more than there was left.
 */
export async function budgetVerdicts(
  trx: Trx,
  actor: Actor,
  payables: readonly Payable[],
): Promise<readonly BudgetVerdict[]> {
  const verdicts: BudgetVerdict[] = [];
  for (const budget of await lockBudgets(trx, targetsOf(actor, payables))) {
    const counting = payables.filter((one) => countsAgainst(budget, actor, one));
    const unknown = counting.find(({ dueMicroUsd }) => dueMicroUsd === null);
    const dueMicroUsd = counting.reduce((sum, one) => sum + (one.dueMicroUsd ?? 0), 0);
    const balance = await balanceOfBudget(trx, budget);
    const leftMicroUsd = budget.limitMicroUsd - balance.spentMicroUsd - balance.heldMicroUsd;
    const fits = !unknown && (dueMicroUsd === 0 || dueMicroUsd <= leftMicroUsd);
    verdicts.push({ ...balance, budget, leftMicroUsd, dueMicroUsd, unknown, fits });
  }
  return verdicts;
}

function targetsOf(actor: Actor, payables: readonly Payable[]): readonly BudgetTarget[] {
  const on = (targetKind: BudgetTarget['targetKind'], ids: readonly (string | null | undefined)[]) =>
    [...new Set(ids)].flatMap((targetId) => (targetId ? [{ targetKind, targetId }] : []));
  return [
    ...on('user', [actor.userId]),
    ...on('token', [actor.tokenId]),
    ...on(
      'project',
      payables.map(({ projectId }) => projectId),
    ),
    ...on(
      'work',
      payables.map(({ workId }) => workId),
    ),
  ];
}

function countsAgainst({ targetKind, targetId }: BudgetRow, actor: Actor, one: Payable): boolean {
  switch (targetKind) {
    case 'user':
      return targetId === actor.userId;
    case 'token':
      return targetId === actor.tokenId;
    case 'project':
      return targetId === one.projectId;
    case 'work':
      return targetId === one.workId;
    default:
      return targetKind satisfies never;
  }
}
