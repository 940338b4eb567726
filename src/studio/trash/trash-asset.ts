import type { Trashed } from '#contract/trash.ts';
import type { Actor } from '../actor.ts';
import { findAsset } from '../assets/find-asset.ts';
import { forgetThumbnails } from '../templates/template-thumbnail.ts';
import type { World } from '../world.ts';
import { putAway } from './put-away.ts';
import { trashedOf } from './trash-entry-of.ts';

/**
 * Puts an asset into the trash. What shows it goes on without it, and an edit that does says so when it is exported.
 *
 * @throws Problem `not_found`, also the second time
 */
export async function trashAsset(
  world: Pick<World, 'database' | 'directories'>,
  actor: Actor,
  place: { readonly projectId: string; readonly assetId: string },
): Promise<Trashed> {
  const { workspaceId, id } = await findAsset(world, actor, place);
  const row = await world.database.transaction((trx) => putAway(trx, workspaceId, { kind: 'asset', id }));
  await forgetThumbnails(world, place);
  return trashedOf(row);
}
