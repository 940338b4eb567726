import type { AssetUse } from '#contract/asset.ts';
import { listAssetUses as storedUses } from '#store/asset-uses.ts';
import type { World } from '../world.ts';

/** Which works and templates of a project use which of its assets, so that none is deleted without knowing. */
export const listAssetUses = (world: Pick<World, 'database'>, projectId: string): Promise<readonly AssetUse[]> =>
  storedUses(world.database.kysely, projectId);
