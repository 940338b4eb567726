import { stat } from 'node:fs/promises';
import type { Db } from '#store/database/open-database.ts';
import { getMedia } from '#store/media.ts';
import type { World } from '../world.ts';

/** Whether a kept file is there in its full size, as far as a look at it tells; a copy that is handed out is hashed. */
export async function isWhole(
  world: Pick<World, 'database' | 'files'>,
  sha256: string,
  db: Db = world.database.kysely,
): Promise<boolean> {
  const media = await getMedia(db, sha256);
  const found = media && (await stat(world.files.pathOf(sha256)).catch(() => null));
  return media !== null && found?.size === media.sizeBytes;
}
