import { appendEvent } from '#store/events.ts';
import { pauseWaitingExports } from '#store/exports.ts';
import { listJobs, updateJob } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';

/**
 * Lets no waiting export of a work begin before it is resumed, or asked for again; what is being rendered goes on.
 *
 * @throws Problem `not_found`
 */
export async function pauseExports(
  world: Pick<World, 'database'>,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
): Promise<void> {
  const { workspaceId, id: workId } = await findWork(world, actor, place);
  await world.database.transaction(async (trx) => {
    for (const exportId of await pauseWaitingExports(trx, workId)) {
      const [job] = await listJobs(trx, { workspaceId, targetId: exportId });
      if (!job) continue;
      await updateJob(trx, job.id, { stage: 'paused' });
      const data = { exportId, jobId: job.id, status: 'queued' } as const;
      await appendEvent(trx, { workspaceId, workId, type: 'export', data });
    }
  });
}
