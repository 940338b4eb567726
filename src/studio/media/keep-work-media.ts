import type { UploadedFile } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { Trx } from '#store/database/tables.ts';
import { dropReference } from '#store/drop-reference.ts';
import { appendEvent } from '#store/events.ts';
import { keepMedia } from '#store/keep-media.ts';
import { workUsesMedia } from '#store/work-uses-media.ts';
import { lockWork, updateWork, type WorkPatch, type WorkRow } from '#store/works.ts';
import type { World } from '../world.ts';
import { startDerivations } from './start-derivations.ts';

/**
 * Keeps a file as the work's own, says so on the work, and lets the one go that it replaces. One after the other where
 * several come at once.
 *
 * Written as the server's doing: an autosave under way must not fail by it.
 *
 * @param keeping.patch what changes on the work as it is now, given the file's hash
 * @param keeping.replaced what of the work it takes the place of
 * @throws Problem `not_found` where the work was deleted meanwhile; nothing is kept then
 */
export async function keepWorkMedia(
  world: Pick<World, 'database' | 'files' | 'queue'>,
  work: Pick<WorkRow, 'id' | 'workspaceId'>,
  file: UploadedFile,
  keeping: {
    readonly facts: MediaFacts;
    readonly patch: (trx: Trx, work: WorkRow, sha256: string) => Promise<WorkPatch>;
    readonly replaced: (work: WorkRow) => string | null;
  },
): Promise<void> {
  const { facts, patch, replaced } = keeping;
  const owner = { kind: 'work', id: work.id } as const;
  const { workspaceId } = work;
  const kept = await keepMedia(world.database, world.files, { staged: file, facts, owner, workspaceId });
  const before = await world.database.transaction(async (trx) => {
    const now = await lockWork(trx, work.id);
    if (!now) return null;
    await updateWork(trx, work.id, await patch(trx, now, kept.sha256), { by: 'server' });
    await appendEvent(trx, { workspaceId, workId: work.id, type: 'work', data: { workId: work.id } });
    await startDerivations(world, { sha256: kept.sha256, facts }, { db: trx });
    return now;
  });
  const letGo = before ? replaced(before) : kept.sha256;
  if (letGo !== null && !(await workUsesMedia(world.database.kysely, work.id, letGo))) {
    await dropReference(world.database, world.files, owner, letGo);
  }
  if (!before) throw new Problem('not_found', { what: 'such work' });
}
