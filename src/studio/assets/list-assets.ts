import type { Asset, AssetType } from '#contract/asset.ts';
import { listAssets as storedAssets, sumAssets } from '#store/assets.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import type { World } from '../world.ts';
import { readAsset } from './read-asset.ts';

/** Assets of a project, the oldest first; `count` and `sizeBytes` are of all that are meant, whatever the page. */
export async function listAssets(
  world: Pick<World, 'database'>,
  { projectId, type, ...page }: { readonly projectId: string; readonly type?: AssetType | undefined } & WantedPage,
): Promise<Listed<Asset> & { readonly count: number; readonly sizeBytes: number }> {
  const db = world.database.kysely;
  const rows = await storedAssets(db, { projectId, type, ...storePage(page) });
  const listed = await listedPage(
    rows,
    page,
    ({ id, createdAt }) => ({ id, atMs: createdAt }),
    (row) => readAsset(world, row),
  );
  return { ...listed, ...(await sumAssets(db, { projectId, type })) };
}
