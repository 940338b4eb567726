import { listJobs } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { cancelJob } from '../jobs/cancel-job.ts';
import type { World } from '../world.ts';

/** Cancels everything that is being made, waits or is in doubt for a work; what is finished stays. */
export async function cancelJobsOfWork(
  world: Pick<World, 'database' | 'queue'>,
  actor: Pick<Actor, 'workspaceId'>,
  workId: string,
): Promise<void> {
  const jobs = await listJobs(world.database.kysely, {
    workspaceId: actor.workspaceId,
    workId,
    status: ['queued', 'running', 'uncertain'],
  });
  for (const job of jobs) await cancelJob(world, actor, job.id);
}
