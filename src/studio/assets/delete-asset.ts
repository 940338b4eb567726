import { Problem } from '#contract/problems.ts';
import { deleteAsset as deleteStored } from '#store/assets.ts';
import { dropReferences } from '#store/drop-references.ts';
import type { Actor } from '../actor.ts';
import { expectedRevision, type Expected } from '../expected-revision.ts';
import { forgetThumbnails } from '../templates/template-thumbnail.ts';
import type { World } from '../world.ts';
import { findAsset } from './find-asset.ts';

/**
 * Removes an asset for good, and its file where nothing else has it. An edit that shows it is left as it is, and says so
 * when it is exported.
 *
 * @throws Problem `not_found`, also the second time; `stale`
 */
export async function deleteAsset(
  world: Pick<World, 'database' | 'files' | 'directories'>,
  actor: Actor,
  at: { readonly projectId: string; readonly assetId: string },
  expected: Expected,
): Promise<void> {
  const asset = await findAsset(world, actor, at);
  const { id } = asset;
  if (!(await deleteStored(world.database.kysely, id, expectedRevision(asset, expected)))) {
    await findAsset(world, actor, at);
    throw new Problem('stale');
  }
  await forgetThumbnails(world, { projectId: at.projectId });
  await dropReferences(world.database, world.files, [{ kind: 'asset', id }]);
}
