import type { Budget, BudgetFields } from '#contract/budget.ts';
import { Problem } from '#contract/problems.ts';
import { writeAudit } from '#store/audit.ts';
import { getBudget, putBudget, type BudgetTarget } from '#store/budgets.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { budgetOf } from './budget-of.ts';
import { checkBudgetTarget } from './check-budget-target.ts';

/**
 * Limits what may be spent for something of the actor's, in place of the limit there was.
 *
 * It may lie below what is spent already: then nothing more is.
 *
 * @throws Problem `not_found`
 */
export async function setBudget(
  world: Pick<World, 'database'>,
  actor: Actor,
  target: BudgetTarget,
  { limitMicroUsd, period }: BudgetFields,
  credential: string,
): Promise<Budget> {
  await checkBudgetTarget(world, actor, target);
  const { workspaceId } = actor;
  return world.database.transaction(async (trx) => {
    await putBudget(trx, { ...target, workspaceId, limitMicroUsd, period });
    await writeAudit(trx, { ...actor, credential, verb: 'budget_set', target: target.targetId });
    const row = await getBudget(trx, target);
    if (!row) throw new Problem('not_found', { what: `such ${target.targetKind}` }); // deleted meanwhile
    return budgetOf(trx, row);
  });
}
