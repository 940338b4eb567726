import { Problem } from '#contract/problems.ts';
import { getAsset, type AssetRow } from '#store/assets.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * An asset of the actor's workspace, in the project it is said to be in.
 *
 * @throws Problem `not_found`
 */
export async function findAsset(
  world: Pick<World, 'database'>,
  actor: Actor,
  { projectId, assetId }: { readonly projectId: string; readonly assetId: string },
): Promise<AssetRow> {
  const asset = await getAsset(world.database.kysely, assetId);
  if (!asset || asset.workspaceId !== actor.workspaceId || asset.projectId !== projectId) {
    throw new Problem('not_found', { what: 'such asset' });
  }
  return asset;
}
