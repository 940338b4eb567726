import { Problem } from '#contract/problems.ts';
import { getJob, type JobRow } from '#store/jobs.ts';
import type { Actor } from './actor.ts';
import type { World } from './world.ts';

/**
 * A job of the actor's workspace.
 *
 * @throws Problem `not_found`
 */
export async function findJob(world: Pick<World, 'database'>, actor: Actor, jobId: string): Promise<JobRow> {
  const job = await getJob(world.database.kysely, jobId);
  if (!job || job.workspaceId !== actor.workspaceId) throw new Problem('not_found', { what: 'such job' });
  return job;
}
