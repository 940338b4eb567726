import { Problem } from '#contract/problems.ts';
import { hasApiToken } from '#store/api-tokens.ts';
import type { BudgetTarget } from '#store/budgets.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * Makes sure that an API token is the actor's; projects and works are looked up by the door, as parts of a path.
 *
 * @throws Problem `not_found`
 */
export async function checkBudgetTarget(
  world: Pick<World, 'database'>,
  actor: Actor,
  { targetKind, targetId }: BudgetTarget,
): Promise<void> {
  if (targetKind !== 'token' || (await hasApiToken(world.database.kysely, actor.userId, targetId))) return;
  throw new Problem('not_found', { what: 'such token' });
}
