import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { GenerationState } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import { ProviderError, type Provider, type ProviderContext } from '#providers/provider.ts';
import {
  claimForSubmit,
  getGeneration,
  moveGeneration,
  recordReceipt,
  type GenerationRow,
} from '#store/generations.ts';
import { JobPayload } from '../jobs/job-payload.ts';
import { progressWriter } from '../jobs/progress-writer.ts';
import { problemFrom } from '../problem-from.ts';
import type { World } from '../world.ts';
import { askProvider, pollProvider, TaskFailed, type Answer } from './ask-provider.ts';
import { finishGeneration } from './finish-generation.ts';
import { hideKey } from './hide-key.ts';
import { openKey } from './open-key.ts';
import { settleGeneration } from './settle-generation.ts';

/** A submit that was surely not taken, or costs nothing, is made this often at most. */
const ATTEMPTS = 3;

/**
 * One generation from wherever it stands to its end.
 *
 * Called again after a crash it goes on: from the receipt where there is one, from the start where nothing can have been
 * paid, and to `uncertain` where a paid call may have been taken.
 */
export async function runGeneration(world: World, job: RunningJob): Promise<JobOutcome> {
  const { generationId, jobId } = JobPayload.parse(job.payload);
  const generation = await getGeneration(world.database.kysely, generationId);
  if (!generation) return { status: 'done' };
  const provider = world.providers.find((candidate) => candidate.id === generation.provider);
  if (!provider) {
    await settleGeneration(
      world,
      generation,
      jobId,
      new Problem('unknown_provider', { provider: generation.provider, role: generation.role }),
    );
    return { status: 'done' };
  }

  // A free engine can stop at once when the process closes; a paid call gets all the time there is.
  const signal = provider.keyless ? AbortSignal.any([job.signal, job.closing]) : job.signal;
  const scratch = join(world.directories.scratch, generationId);
  await mkdir(scratch, { recursive: true });
  const progress = progressWriter(world, jobId);
  let key: string | null = null;
  try {
    key = await openKey(world, generation, provider);
    const context = {
      signal,
      scratch,
      ffmpeg: world.ffmpeg.path,
      fetch: world.vendorFetch,
      fetchResult: async (url: string) => {
        throw new Problem('url_refused', { url, reason: 'results are not downloaded yet' });
      },
      sending: async () => {},
      progress: progress.report,
      ...(key === null ? {} : { apiKey: key }),
    };
    return await advance(world, provider, generation, jobId, context);
  } catch (error) {
    if (signal.aborted && !job.signal.aborted) return { status: 'again', afterMs: 0 };
    return await end(world, provider, generationId, jobId, hideKey(error, key), job.signal);
  } finally {
    await progress.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function advance(
  world: World,
  provider: Provider,
  generation: GenerationRow,
  jobId: string,
  context: ProviderContext,
): Promise<JobOutcome> {
  switch (generation.state) {
    case 'queued':
      return submit(world, provider, generation, jobId, context);
    case 'submitting':
    case 'fetching':
      if (generation.receipt) return poll(world, provider, generation, jobId, context);
      if (!provider.keyless && !provider.clientTaskId) return leaveUncertain(world, provider, generation, jobId);
      if (!(await moveGeneration(world.database.kysely, generation.id, [generation.state], 'queued')))
        return { status: 'done' };
      return submit(world, provider, generation, jobId, context);
    case 'submitted':
    case 'running':
      return poll(world, provider, generation, jobId, context);
    case 'done':
    case 'failed':
    case 'cancelled':
    case 'uncertain':
      return { status: 'done' };
    default:
      return generation.state satisfies never;
  }
}

async function submit(
  world: World,
  provider: Provider,
  queued: GenerationRow,
  jobId: string,
  context: ProviderContext,
): Promise<JobOutcome> {
  const generation = await claimForSubmit(world.database.kysely, queued.id);
  if (!generation) return { status: 'done' };
  const answer = await askProvider(world, provider, generation, context);
  if (answer.kind === 'receipt') {
    await recordReceipt(world.database.kysely, generation.id, answer.receipt);
    return { status: 'again', afterMs: answer.pollAfterMs };
  }
  return finish(world, generation, jobId, answer);
}

async function poll(
  world: World,
  provider: Provider,
  generation: GenerationRow,
  jobId: string,
  context: ProviderContext,
): Promise<JobOutcome> {
  const polled = await pollProvider(provider, generation, context);
  switch (polled.kind) {
    case 'pending':
      await moveGeneration(world.database.kysely, generation.id, ['submitted'], 'running');
      return { status: 'again', afterMs: polled.pollAfterMs };
    case 'cancelled':
      await settleGeneration(world, generation, jobId, new Problem('cancelled'));
      return { status: 'done' };
    case 'lost':
      return leaveUncertain(world, provider, generation, jobId);
    default:
      return finish(world, generation, jobId, polled);
  }
}

/** Nobody can say whether it was taken, and paid: the user decides. */
async function leaveUncertain(
  world: World,
  provider: Provider,
  generation: GenerationRow,
  jobId: string,
): Promise<JobOutcome> {
  await settleGeneration(world, generation, jobId, new Problem('submission_uncertain', { provider: provider.label }));
  return { status: 'done' };
}

async function finish(
  world: World,
  generation: GenerationRow,
  jobId: string,
  answer: Exclude<Answer, { kind: 'receipt' }>,
): Promise<JobOutcome> {
  // Without a receipt there is nothing to fetch again by: it stays `submitting` until the result is kept.
  if (generation.receipt)
    await moveGeneration(world.database.kysely, generation.id, ['submitted', 'running'], 'fetching');
  await finishGeneration(world, generation, jobId, answer);
  return { status: 'done' };
}

/** What a failure means for the generation: another try, its end, or nothing because it was cancelled or handed back. */
async function end(
  world: World,
  provider: Provider,
  generationId: string,
  jobId: string,
  error: unknown,
  signal: AbortSignal,
): Promise<JobOutcome> {
  const generation = await getGeneration(world.database.kysely, generationId);
  if (!generation || ENDED.includes(generation.state)) return { status: 'done' };
  if (signal.aborted) throw error; // shutting down: the queue hands the job to the next process
  if (error instanceof TaskFailed) {
    await settleGeneration(world, generation, jobId, problemFrom(error.reason, provider));
    return { status: 'done' };
  }
  if (generation.receipt && !(error instanceof Problem)) {
    // A question that failed is no verdict on the task.
    world.log({ level: 'warn', event: 'poll_failed', generationId, error: String(error) });
    return { status: 'again', afterMs: backOffMs(error, generation) };
  }
  const again = whetherAgain(provider, generation, error);
  if (again !== null) {
    world.log({
      level: 'warn',
      event: 'generation_again',
      generationId,
      attempt: generation.attempts,
      error: String(error),
    });
    await moveGeneration(world.database.kysely, generationId, ['submitting', 'fetching'], 'queued');
    return { status: 'again', afterMs: again };
  }
  await settleGeneration(world, generation, jobId, endingOf(provider, generation, error));
  return { status: 'done' };
}

const ENDED: readonly GenerationState[] = ['done', 'failed', 'cancelled', 'uncertain'];

/** After how long a submit may be made again; null where it may not. Only what surely was not taken, or costs nothing. */
function whetherAgain(provider: Provider, generation: GenerationRow, error: unknown): number | null {
  if (error instanceof ProviderError && error.kind === 'rate_limited') return backOffMs(error, generation);
  if (error instanceof Problem || generation.attempts >= ATTEMPTS) return null;
  if (error instanceof ProviderError) return error.kind === 'transient' ? backOffMs(error, generation) : null;
  return provider.keyless ? backOffMs(error, generation) : null;
}

/** What nobody can tell of a paid call is told to the user as such. */
function endingOf(provider: Provider, generation: GenerationRow, error: unknown): Problem {
  const known = error instanceof Problem || error instanceof ProviderError;
  if (!known && !provider.keyless && generation.state === 'submitting') {
    return new Problem('submission_uncertain', { provider: provider.label }, { cause: error });
  }
  return problemFrom(error, provider);
}

function backOffMs(error: unknown, generation: GenerationRow): number {
  const asked = error instanceof ProviderError ? error.facts.retryAfterMs : undefined;
  return asked ?? Math.min(30_000, 500 * 2 ** generation.attempts);
}
