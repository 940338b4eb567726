import type { GenerationState } from '#contract/generation.ts';
import type { Problem } from '#contract/problems.ts';
import { appendEvent } from '#store/events.ts';
import { moveGeneration, type GenerationRow } from '#store/generations.ts';
import { updateJob } from '#store/jobs.ts';
import { updateScene } from '#store/scenes.ts';
import { endingOf } from '../ending-of.ts';
import { sceneChanged } from '../scenes/scene-changed.ts';
import { storedError } from '../stored-error.ts';
import type { World } from '../world.ts';

const LIVE: readonly GenerationState[] = ['queued', 'submitting', 'submitted', 'running', 'fetching'];

/** Ends a generation without a result: failed, cancelled or uncertain. What the scene had before stays. */
export async function settleGeneration(
  world: Pick<World, 'database' | 'log'>,
  generation: GenerationRow,
  jobId: string,
  problem: Problem,
): Promise<void> {
  const state = endingOf(problem);
  const error = storedError(problem);
  if (state === 'failed') {
    const cause = problem.cause instanceof Error ? problem.cause.stack : undefined;
    world.log({ level: 'error', event: 'generation_failed', generationId: generation.id, code: problem.code, cause });
  }
  await world.database.transaction(async (trx) => {
    if (!(await moveGeneration(trx, generation.id, LIVE, state, { error }))) return;
    await updateJob(trx, jobId, { status: state, error });
    if (generation.sceneId && state === 'failed') await updateScene(trx, generation.sceneId, { lastError: error });
    await appendEvent(trx, {
      workspaceId: generation.workspaceId,
      workId: generation.workId,
      type: 'job',
      data: { jobId, status: state, code: problem.code },
    });
    if (generation.sceneId) await sceneChanged(trx, generation.sceneId);
  });
}
