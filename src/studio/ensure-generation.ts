import { isSettled } from '#domain/pipeline.ts';
import { listGenerations } from '#store/generations.ts';
import { listJobs } from '#store/jobs.ts';
import type { Actor } from './actor.ts';
import { requestGeneration, type WantedGeneration } from './request-generation.ts';
import { waitForJob, type Waiting } from './wait-for-job.ts';
import type { World } from './world.ts';

/**
 * Waits for a generation of these inputs: the one an earlier run left under way, else a new one.
 *
 * @throws the Problem it ended with
 */
export async function ensureGeneration(
  world: World,
  actor: Actor,
  wanted: WantedGeneration,
  waiting: Waiting,
): Promise<void> {
  const underWay = (await listGenerations(world.database.kysely, { workId: wanted.workId })).findLast(
    (generation) =>
      generation.role === wanted.role &&
      generation.sceneId === wanted.sceneId &&
      generation.inputsHash === wanted.inputsHash &&
      generation.state !== 'uncertain' &&
      !isSettled(generation.state),
  );
  const job =
    underWay && (await listJobs(world.database.kysely, { workspaceId: actor.workspaceId, targetId: underWay.id }))[0];
  const jobId = job?.id ?? (await requestGeneration(world, actor, wanted)).jobId;
  await waitForJob(world, jobId, waiting);
}
