import type { Actor } from '../actor.ts';
import { waitForJob, type Waiting } from '../jobs/wait-for-job.ts';
import type { World } from '../world.ts';
import { requestGeneration, type WantedGeneration } from './request-generation.ts';

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
  const { jobId } = await requestGeneration(world, actor, wanted, { join: true });
  waiting.onJob?.(jobId);
  await waitForJob(world, jobId, waiting);
}
