import type { FileAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import type { AssetRow } from '#store/assets.ts';
import { getMedia } from '#store/media.ts';
import { isWhole } from '../media/is-whole.ts';
import type { World } from '../world.ts';

/**
 * The file of an asset, under the name it came with and of the type its bytes have.
 *
 * @throws Problem `media_missing`
 */
export async function openAsset(
  world: Pick<World, 'database' | 'files'>,
  { sha256, filename }: AssetRow,
): Promise<FileAnswer> {
  const media = await getMedia(world.database.kysely, sha256);
  if (!media || !(await isWhole(world, sha256))) throw new Problem('media_missing', { sha256 });
  const { mime, sizeBytes } = media;
  return { path: world.files.pathOf(sha256), mime, filename, sizeBytes, etag: sha256 };
}
