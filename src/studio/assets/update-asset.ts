import type { AssetChanges } from '#contract/asset.ts';
import { Problem } from '#contract/problems.ts';
import { updateAsset as updateStored, type AssetRow } from '#store/assets.ts';
import type { Actor } from '../actor.ts';
import { checkSameId } from '../check-same-id.ts';
import type { World } from '../world.ts';
import { findAsset } from './find-asset.ts';

/**
 * Changes what is said of an asset; what is left out stays, null clears.
 *
 * @throws Problem `not_found`, `invalid_input`, `stale`
 */
export async function updateAsset(
  world: Pick<World, 'database'>,
  actor: Actor,
  change: AssetChanges & { readonly projectId: string; readonly assetId: string },
  { ifRevision }: { readonly ifRevision: number | null },
): Promise<AssetRow> {
  const { id, assetId, name, tags, description } = change;
  checkSameId(id, assetId);
  await findAsset(world, actor, change);
  const patch = {
    ...(name === undefined ? {} : { name }),
    ...(tags === undefined ? {} : { tags: tags ?? [] }),
    ...(description === undefined ? {} : { description: description || null }),
    updatedBy: actor.userId,
  };
  const condition = ifRevision === null ? {} : { ifRevision };
  const changed = await updateStored(world.database.kysely, assetId, patch, condition);
  if (changed) return changed;
  throw ifRevision === null ? new Problem('not_found', { what: 'such asset' }) : new Problem('stale');
}
