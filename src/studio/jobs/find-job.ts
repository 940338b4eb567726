import { Problem } from '#contract/problems.ts';
import { getJob, type JobRow } from '#store/jobs.ts';
import { workIsInTrash } from '#store/trash.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * A job of the actor's workspace; one without a work is the business of who asked for it, and one for a work in the trash of
 * nobody.
 *
 * @throws Problem `not_found`
 */
export async function findJob(world: Pick<World, 'database'>, actor: Actor, jobId: string): Promise<JobRow> {
  const job = await getJob(world.database.kysely, jobId);
  const isSeen = job?.workspaceId === actor.workspaceId && (job.workId !== null || job.createdBy === actor.userId);
  const isTrashed = isSeen && job.workId !== null && (await workIsInTrash(world.database.kysely, job.workId));
  if (!isSeen || isTrashed) throw new Problem('not_found', { what: 'such job' });
  return job;
}
