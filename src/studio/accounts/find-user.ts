import { Problem } from '#contract/problems.ts';
import { getUser, type UserRow } from '#store/users.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * The user who asks.
 *
 * @throws Problem `unauthenticated` when the account was deleted a moment ago
 */
export async function findUser(world: Pick<World, 'database'>, actor: Actor): Promise<UserRow> {
  const user = await getUser(world.database.kysely, actor.userId);
  if (user === null) throw new Problem('unauthenticated');
  return user;
}
