import { Problem } from '#contract/problems.ts';
import type { AssetUsageMode } from '#contract/work.ts';
import { getAsset } from '#store/assets.ts';
import type { Db } from '#store/database/open-database.ts';

/**
 * Makes sure that in direct mode, where each selected asset is the picture of a scene, all of them are pictures.
 *
 * One that is gone is no fault of the selection.
 *
 * @throws Problem `invalid_input` naming one that is none
 */
export async function checkDirectAssets(
  db: Db,
  chosen: { readonly selectedAssetIds: readonly string[]; readonly assetUsageMode: AssetUsageMode | null },
): Promise<void> {
  if (chosen.assetUsageMode !== 'direct') return;
  for (const id of chosen.selectedAssetIds) {
    const asset = await getAsset(db, id);
    if (!asset || asset.type === 'image') continue;
    const reason = `selectedAssetIds: ${id} (${asset.name}) is no picture, and in direct mode each is the picture of a scene`;
    throw new Problem('invalid_input', { reason, assetId: id });
  }
}
