import { Problem } from '#contract/problems.ts';
import { listAssets } from '#store/assets.ts';
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
  const added = [...new Set(chosen)].filter((id) => !already.includes(id));
  if (added.length === 0) return;
  const known = new Set((await listAssets(db, { projectId, ids: added })).map(({ id }) => id));
  const strangers = added.filter((id) => !known.has(id));
  if (strangers.length === 0) return;
  throw new Problem('invalid_input', {
    reason: `selectedAssetIds: the project has no asset ${strangers.slice(0, MOST_NAMED).join(', ')}`,
  });
}
