import { Problem } from '#contract/problems.ts';
import { getAsset } from '#store/assets.ts';
import type { Db } from '#store/database/open-database.ts';

const MOST_NAMED = 10; // of strangers, so that the sentence stays one

/**
 * Makes sure that the assets chosen for a work are the project's.
 *
 * One that the work has already may be gone by now: sending a work back as it was read is no fault.
 *
 * @throws Problem `invalid_input` naming the others
 */
export async function checkChosenAssets(
  db: Db,
  projectId: string,
  chosen: readonly string[],
  already: readonly string[] = [],
): Promise<void> {
  const strangers: string[] = [];
  for (const id of new Set(chosen)) {
    if (!already.includes(id) && (await getAsset(db, id))?.projectId !== projectId) strangers.push(id);
  }
  if (strangers.length === 0) return;
  throw new Problem('invalid_input', {
    reason: `selectedAssetIds: the project has no asset ${strangers.slice(0, MOST_NAMED).join(', ')}`,
  });
}
