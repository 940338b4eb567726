import type { Trashed } from '#contract/trash.ts';
import type { Actor } from '../actor.ts';
import { findTemplate } from '../templates/find-template.ts';
import type { World } from '../world.ts';
import { putAway } from './put-away.ts';
import { trashedOf } from './trash-entry-of.ts';

/**
 * Puts a template into the trash. Films it was laid over keep what it laid there.
 *
 * @throws Problem `not_found`, also the second time
 */
export async function trashTemplate(
  world: Pick<World, 'database'>,
  actor: Actor,
  place: { readonly projectId: string; readonly templateId: string },
): Promise<Trashed> {
  const { workspaceId, id } = await findTemplate(world, actor, place);
  const row = await world.database.transaction((trx) => putAway(trx, workspaceId, { kind: 'template', id }));
  return trashedOf(row);
}
