import type { GenerationState } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { endWithdrawal, moveGeneration, type GenerationRow } from '#store/generations.ts';
import { updateJob } from '#store/jobs.ts';
import { updateScene } from '#store/scenes.ts';
import { releaseCost } from '../costs/release-cost.ts';
import { settleCost } from '../costs/settle-cost.ts';
import { endingOf } from '../ending-of.ts';
import { sceneChanged } from '../scenes/scene-changed.ts';
import { storedError } from '../stored-error.ts';
import type { World } from '../world.ts';

/** All states but the three at which nothing changes any more. */
const OPEN: readonly GenerationState[] = ['queued', 'submitting', 'submitted', 'running', 'fetching', 'uncertain'];

/** What is said of an end beside the problem. */
interface Ending {
  /** What was paid though nothing came of it; `costMicroUsd` null: as much as was estimated. Left out: nothing. */
  readonly spent?: { readonly costMicroUsd: number | null } | undefined;
  /** Only where it is in one of these states. */
  readonly from?: readonly GenerationState[];
}

/**
 * Ends a generation without a result: failed, cancelled or uncertain. What the scene had before stays.
 *
 * What is held for it is let go of in the same commit, or booked as `spent`; of one that is uncertain it stays held. One
 * that was cancelled before ends as such, and where nobody knows of it, it counts as paid.
 *
 * @returns false where it had ended already
 */
export async function settleGeneration(
  world: Pick<World, 'database' | 'log'>,
  generation: GenerationRow,
  jobId: string,
  problem: Problem,
  { spent, from = OPEN }: Ending = {},
): Promise<boolean> {
  const state = endingOf(problem);
  const error = storedError(problem);
  if (state === 'failed') {
    const cause = problem.cause instanceof Error ? problem.cause.stack : undefined;
    world.log({ level: 'error', event: 'generation_failed', generationId: generation.id, code: problem.code, cause });
  }
  return world.database.transaction(async (trx) => {
    if (!(await moveGeneration(trx, generation.id, from, state, { error }))) {
      const unknown = state === 'uncertain' ? { costMicroUsd: null } : undefined;
      const isWithdrawn = await endWithdrawal(trx, generation.id);
      if (isWithdrawn) await book(trx, world, generation, spent ?? unknown);
      return isWithdrawn;
    }
    if (state !== 'uncertain') await book(trx, world, generation, spent);
    await updateJob(trx, jobId, { status: state, error });
    if (generation.sceneId && state === 'failed') await updateScene(trx, generation.sceneId, { lastError: error });
    await appendEvent(trx, {
      workspaceId: generation.workspaceId,
      workId: generation.workId,
      type: 'job',
      data: { jobId, status: state, code: problem.code },
    });
    if (generation.sceneId) await sceneChanged(trx, generation.sceneId);
    return true;
  });
}

async function book(
  trx: Trx,
  world: Pick<World, 'log'>,
  generation: GenerationRow,
  spent: Ending['spent'],
): Promise<void> {
  if (spent) await settleCost(trx, generation, spent.costMicroUsd, world.log);
  else await releaseCost(trx, generation);
}

/** That nobody can tell whether it was taken, and paid; the user decides. */
export function inDoubt(provider: { readonly label: string }, reason: string, cause?: unknown): Problem {
  return new Problem('submission_uncertain', { provider: provider.label, reason }, { cause });
}
