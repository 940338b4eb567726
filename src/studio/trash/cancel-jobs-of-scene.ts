import { listGenerations } from '#store/generations.ts';
import { listJobs, type JobRow } from '#store/jobs.ts';
import { isBatch } from '../jobs/children-of.ts';
import { cancelJob } from '../jobs/cancel-job.ts';
import { StoredVariants } from '../scenes/stored-variants.ts';
import type { World } from '../world.ts';

/** Cancels everything that is being made, waits or is in doubt for a scene; what is finished stays. */
export async function cancelJobsOfScene(
  world: Pick<World, 'database' | 'queue'>,
  of: { readonly workspaceId: string; readonly workId: string; readonly sceneId: string },
): Promise<void> {
  const { workspaceId, workId, sceneId } = of;
  const db = world.database.kysely;
  const generations = await listGenerations(db, { workId });
  const own = new Set(generations.flatMap((generation) => (generation.sceneId === sceneId ? [generation.id] : [])));
  const isFor = (job: JobRow): boolean => {
    if (isBatch(job)) return StoredVariants.safeParse(job.request).data?.sceneId === sceneId;
    if (job.kind === 'scene') return job.targetId === sceneId;
    return job.targetId !== null && own.has(job.targetId);
  };
  const jobs = await listJobs(db, { workspaceId, workId, status: ['queued', 'running', 'uncertain'] });
  for (const job of jobs.filter(isFor)) await cancelJob(world, { workspaceId }, job.id);
}
