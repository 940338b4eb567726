import { Problem } from '#contract/problems.ts';
import { writeAudit } from '#store/audit.ts';
import { deleteBudget, type BudgetTarget } from '#store/budgets.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { checkBudgetTarget } from './check-budget-target.ts';

/**
 * Lifts the limit on something of the actor's.
 *
 * @throws Problem `not_found` where there is none
 */
export async function liftBudget(
  world: Pick<World, 'database'>,
  actor: Actor,
  target: BudgetTarget,
  credential: string,
): Promise<void> {
  await checkBudgetTarget(world, actor, target);
  await world.database.transaction(async (trx) => {
    if (!(await deleteBudget(trx, target))) throw new Problem('not_found', { what: 'budget' });
    await writeAudit(trx, { ...actor, credential, verb: 'budget_lifted', target: target.targetId });
  });
}
