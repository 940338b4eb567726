import { Problem } from '#contract/problems.ts';
import { getAsset } from '#store/assets.ts';
import { isWhole } from '../media/is-whole.ts';
import type { World } from '../world.ts';

/**
 * Where the file of an uploaded font lies, and which bytes it has now.
 *
 * @throws Problem `asset_missing`
 */
export async function resolveFont(
  world: Pick<World, 'database' | 'files'>,
  { workspaceId }: { readonly workspaceId: string },
  assetId: string,
): Promise<{ readonly path: string; readonly sha256: string }> {
  const asset = await getAsset(world.database.kysely, assetId);
  const isOurs = asset?.workspaceId === workspaceId && asset.type === 'font';
  if (!isOurs || !(await isWhole(world, asset.sha256))) throw new Problem('asset_missing', { assetId });
  return { path: world.files.pathOf(asset.sha256), sha256: asset.sha256 };
}
