import type { Actor } from './actor.ts';
import { findUnderWay } from './find-under-way.ts';
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
  const underWay = await findUnderWay(world, actor, wanted);
  const { jobId } = underWay ?? (await requestGeneration(world, actor, wanted));
  await waitForJob(world, jobId, waiting);
}
