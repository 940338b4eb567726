import { isSettled } from '#domain/pipeline.ts';
import { listGenerations } from '#store/generations.ts';
import { listJobs } from '#store/jobs.ts';
import type { Actor } from './actor.ts';
import type { WantedGeneration } from './request-generation.ts';
import type { World } from './world.ts';

/** The job that is already making this from these inputs, so that nobody asks, or pays, twice; null where there is none. */
export async function findUnderWay(
  world: Pick<World, 'database'>,
  actor: Actor,
  wanted: Pick<WantedGeneration, 'workId' | 'sceneId' | 'role' | 'inputsHash'>,
): Promise<{ readonly jobId: string } | null> {
  const generation = (await listGenerations(world.database.kysely, { workId: wanted.workId })).findLast(
    ({ role, sceneId, inputsHash, state }) =>
      role === wanted.role &&
      sceneId === wanted.sceneId &&
      inputsHash === wanted.inputsHash &&
      state !== 'uncertain' &&
      !isSettled(state),
  );
  if (!generation) return null;
  const [job] = await listJobs(world.database.kysely, { workspaceId: actor.workspaceId, targetId: generation.id });
  return job ? { jobId: job.id } : null;
}
