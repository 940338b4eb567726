import type { Trx } from '#store/database/tables.ts';
import { resumePausedExports, type ExportRow } from '#store/exports.ts';
import type { Actor } from '../actor.ts';
import { EXPORT_QUEUE } from '../queues.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { markWaiting } from './mark-waiting.ts';

/**
 * Lets the paused exports of a work have their turn again.
 *
 * @throws Problem `not_found`
 */
export async function resumeExports(
  world: Pick<World, 'database' | 'queue'>,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
): Promise<void> {
  const { workspaceId, id: workId } = await findWork(world, actor, place);
  await world.database.transaction(async (trx) => {
    for (const id of await resumePausedExports(trx, { workId }))
      await beginSoon(trx, world, { id, workId, workspaceId });
  });
}

/** Lets one paused export have its turn again: it is asked for once more. */
export function resumeExport(
  world: Pick<World, 'database' | 'queue'>,
  row: Pick<ExportRow, 'id' | 'workId' | 'workspaceId'>,
): Promise<void> {
  return world.database.transaction(async (trx) => {
    const resumed = await resumePausedExports(trx, { workId: row.workId, id: row.id });
    if (resumed.length > 0) await beginSoon(trx, world, row);
  });
}

/** Its job of the queue looks only now and then whether it may begin. */
async function beginSoon(
  trx: Trx,
  world: Pick<World, 'queue'>,
  row: Pick<ExportRow, 'id' | 'workId' | 'workspaceId'>,
): Promise<void> {
  const job = await markWaiting(trx, row, 'waiting');
  if (job && job.queueJobId !== null) await world.queue.hurry(EXPORT_QUEUE, job.queueJobId, { db: trx });
}
