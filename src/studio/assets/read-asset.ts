import type { Asset } from '#contract/asset.ts';
import { Problem } from '#contract/problems.ts';
import type { AssetRow } from '#store/assets.ts';
import { getMedia } from '#store/media.ts';
import type { World } from '../world.ts';
import { assetOf, type AssetFile } from './asset-of.ts';

/**
 * A stored asset as clients see it, with what is known of its file.
 *
 * @throws Problem `media_missing`
 */
export async function readAsset(world: Pick<World, 'database'>, row: AssetRow): Promise<Asset> {
  return assetOf(row, row.facts ?? (await fileOf(world, row.sha256)));
}

/** A font has no facts of its own: what its file is, the store knows. */
async function fileOf(world: Pick<World, 'database'>, sha256: string): Promise<AssetFile> {
  const media = await getMedia(world.database.kysely, sha256);
  if (!media) throw new Problem('media_missing', { sha256 });
  return media;
}
