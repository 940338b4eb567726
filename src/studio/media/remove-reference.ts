import { Problem } from '#contract/problems.ts';
import { dropReference } from '#store/drop-reference.ts';
import { appendEvent } from '#store/events.ts';
import { workUsesMedia } from '#store/work-uses-media.ts';
import { lockWork, updateWork, type WorkRow } from '#store/works.ts';
import type { World } from '../world.ts';

/**
 * Takes the reference video of a work away, with what was found in it; the file goes unless something else needs it.
 *
 * @throws Problem `not_found` where there is none
 */
export async function removeReference(
  world: Pick<World, 'database' | 'files'>,
  { id, workspaceId }: Pick<WorkRow, 'id' | 'workspaceId'>,
): Promise<void> {
  const letGo = await world.database.transaction(async (trx) => {
    const sha256 = (await lockWork(trx, id))?.referenceSha256 ?? null;
    if (sha256 === null) throw new Problem('not_found', { what: 'reference video' });
    await updateWork(trx, id, { referenceSha256: null, analysis: null }, { by: 'server' });
    await appendEvent(trx, { workspaceId, workId: id, type: 'work', data: { workId: id } });
    return sha256;
  });
  if (await workUsesMedia(world.database.kysely, id, letGo)) return;
  await dropReference(world.database, world.files, { kind: 'work', id }, letGo);
}
