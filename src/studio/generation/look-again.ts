import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import { moveGeneration, type GenerationRow } from '#store/generations.ts';
import { updateJob } from '#store/jobs.ts';
import { storedError } from '../stored-error.ts';
import type { World } from '../world.ts';
import { pollProvider, TaskFailed } from './ask-provider.ts';
import { findProvider } from './find-provider.ts';
import type { GenerationRun } from './generation-run.ts';
import { hideKey } from './hide-key.ts';
import { lastWord } from './last-word.ts';
import { goesWithKey, openKey } from './open-key.ts';
import { providerContext } from './provider-context.ts';
import { putBack } from './put-back.ts';
import { lookFor } from './recover-submit.ts';
import { inDoubt, settleGeneration } from './settle-generation.ts';
import { deadlineMs } from './submit-generation.ts';

/** What became of an uncertain generation, where that can be told; else why it can't. */
type Look =
  | 'goes on'
  | { readonly ended: Problem; readonly spent?: { readonly costMicroUsd: number } }
  | { readonly unknown: string };

const NO_WAIT_MS = 60_000; // somebody is waiting for the answer

/**
 * Asks the vendor once more about a generation that is uncertain: it goes on, ends, or stays so and says why.
 *
 * Nothing is submitted.
 */
export async function lookAgain(world: World, generation: GenerationRow, jobId: string): Promise<void> {
  const provider = findProvider(world, generation.provider, generation.role);
  const scratch = await mkdtemp(join(world.directories.scratch, `${generation.id}-`));
  let key: string | null = null;
  try {
    key = await openKey(world, generation, provider);
    const signal = AbortSignal.timeout(NO_WAIT_MS);
    const sending = () => Promise.reject(new Error('looking submits nothing'));
    const context = await providerContext(world, provider, generation, {
      signal,
      scratch,
      sending,
      progress: () => undefined,
      key,
    });
    const isPaid = !provider.keyless || goesWithKey(generation, provider);
    const job = { id: '', queue: '', signal };
    const run = { world, provider, generation, jobId, job, context, isPaid, faults: 0 };
    await goBy(run, generation.receipt === null ? await lookForIt(run) : await askAboutIt(run));
  } catch (error) {
    hideKey(error, key);
    const reason = error instanceof Error ? error.message : String(error);
    await stayUncertain(world, generation, jobId, inDoubt(provider, reason, error));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function askAboutIt({ provider, generation, context }: GenerationRun): Promise<Look> {
  try {
    const polled = await pollProvider(provider, generation, context);
    if (polled.kind === 'cancelled') return { ended: new Problem('cancelled') };
    return polled.kind === 'lost' ? { unknown: 'it does not know the job any more' } : 'goes on';
  } catch (thrown) {
    const error = hideKey(thrown, context.apiKey);
    if (error instanceof TaskFailed) {
      const { reason, costMicroUsd } = error;
      return { ended: lastWord(reason, provider), ...(costMicroUsd === null ? {} : { spent: { costMicroUsd } }) };
    }
    throw error;
  }
}

async function lookForIt(run: GenerationRun): Promise<Look> {
  const { provider } = run;
  const { kind } = await lookFor(run);
  if (kind === 'receipt') return 'goes on';
  if (kind === 'none') {
    return { ended: new Problem('provider_permanent', { provider: provider.label, reason: 'it never got the job' }) };
  }
  return { unknown: 'it cannot be asked for a job without its receipt: look at your account there' };
}

async function goBy(run: GenerationRun, look: Look): Promise<void> {
  const { world, provider, generation, jobId } = run;
  if (look === 'goes on') {
    const patch = { error: null, deadlineInMs: deadlineMs(run) };
    await moveGeneration(world.database.kysely, generation.id, ['uncertain', 'submitted'], 'running', patch);
    await putBack(world, generation.id);
  } else if ('ended' in look) {
    await settleGeneration(world, generation, jobId, look.ended, { from: ['uncertain'], spent: look.spent });
  } else await stayUncertain(world, generation, jobId, inDoubt(provider, look.unknown));
}

async function stayUncertain(
  world: Pick<World, 'database'>,
  generation: GenerationRow,
  jobId: string,
  problem: Problem,
): Promise<void> {
  const error = storedError(problem);
  await world.database.transaction(async (trx) => {
    if (await moveGeneration(trx, generation.id, ['uncertain'], 'uncertain', { error }))
      await updateJob(trx, jobId, { error });
  });
}
