import { insertAsset, listAssets, type AssetRow } from '#store/assets.ts';
import { shareMedia } from '#store/media.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../new-id.ts';
import { findTake, type TakePlace } from '../scenes/find-take.ts';
import type { World } from '../world.ts';

/**
 * Makes a take one of its project's assets, so that other pictures can be made from it; the same take again is the asset
 * that is there. The file lies on the disk once.
 *
 * @throws Problem `not_found`, `media_missing`
 */
export async function adoptTake(
  world: Pick<World, 'database' | 'random' | 'clock'>,
  actor: Actor,
  place: TakePlace & { readonly projectId: string; readonly name?: string | undefined },
): Promise<AssetRow> {
  const { sha256, facts, kind, prompt } = await findTake(world, place);
  const { projectId, sceneIndex } = place;
  const { workspaceId, userId } = actor;
  const name = place.name ?? `Scene ${sceneIndex + 1}`;
  return world.database.transaction(async (trx) => {
    const [known] = await listAssets(trx, { projectId, sha256, limit: 1 });
    if (known) return known;
    const id = newId(world, 'asset');
    await shareMedia(trx, sha256, { kind: 'asset', id, workspaceId });
    return insertAsset(trx, {
      id,
      workspaceId,
      createdBy: userId,
      projectId,
      name,
      type: kind,
      filename: `${name}.${facts.mime.split('/')[1] ?? 'bin'}`,
      sha256,
      facts,
      tags: [],
      description: prompt?.slice(0, MAX_DESCRIPTION) ?? null,
    });
  });
}

const MAX_DESCRIPTION = 4000; // what an asset's description may have
