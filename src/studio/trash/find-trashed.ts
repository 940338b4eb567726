import { Problem } from '#contract/problems.ts';
import type { Db } from '#store/database/open-database.ts';
import { getTrash, type TrashRow } from '#store/trash.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * Something in the trash of the actor's workspace.
 *
 * @throws Problem `not_found`, also for what is there and not in the trash
 */
export async function findTrashed(
  world: Pick<World, 'database'>,
  { workspaceId }: Pick<Actor, 'workspaceId'>,
  trashId: string,
  db: Db = world.database.kysely,
): Promise<TrashRow> {
  const row = await getTrash(db, { workspaceId, id: trashId });
  if (!row) throw new Problem('not_found', { what: 'such thing in the trash' });
  return row;
}
