import type { Budget } from '#contract/budget.ts';
import * as store from '#store/budgets.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { budgetOf } from './budget-of.ts';

/** The limits the actor has set, the account's own first, then those of projects, works and API tokens. */
export async function listBudgets(world: Pick<World, 'database'>, actor: Actor): Promise<Budget[]> {
  const db = world.database.kysely;
  const budgets: Budget[] = [];
  for (const row of await store.listBudgets(db, actor.workspaceId)) budgets.push(await budgetOf(db, row));
  return budgets;
}
