import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import type { Provider, ProviderContext } from '#providers/provider.ts';
import { ProviderError } from '#providers/provider.ts';
import {
  claimForSubmit,
  getGeneration,
  moveGeneration,
  recordReceipt,
  type GenerationRow,
} from '#store/generations.ts';
import { askProvider, type Answer } from './ask-provider.ts';
import { finishGeneration } from './finish-generation.ts';
import { JobPayload } from './job-payload.ts';
import { problemFrom } from './problem-from.ts';
import { progressWriter } from './progress-writer.ts';
import { settleGeneration } from './settle-generation.ts';
import type { World } from './world.ts';

/** A keyless engine that stumbles is asked again this often; nothing is paid, so nothing can be paid twice. */
const FREE_ATTEMPTS = 3;

/**
 * One generation from wherever it stands to its end (DESIGN.md section 3).
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

  const scratch = join(world.directories.scratch, generationId);
  await mkdir(scratch, { recursive: true });
  const progress = progressWriter(world, jobId);
  try {
    const context = { signal: job.signal, scratch, ffmpeg: world.ffmpeg.path, fetch, progress: progress.report };
    return await advance(world, provider, generation, jobId, context);
  } catch (error) {
    return await end(world, provider, generationId, jobId, error, job.signal);
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
      if (!provider.keyless && !provider.clientTaskId) {
        await settleGeneration(
          world,
          generation,
          jobId,
          new Problem('submission_uncertain', { provider: provider.label }),
        );
        return { status: 'done' };
      }
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
  const answer = await askProvider(world, provider, generation, context);
  if (answer.kind === 'receipt') return { status: 'again', afterMs: answer.pollAfterMs };
  return finish(world, generation, jobId, answer);
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
  if (!generation || ['done', 'failed', 'cancelled', 'uncertain'].includes(generation.state)) return { status: 'done' };
  if (signal.aborted) throw error; // shutting down: the queue hands the job to the next process
  if (error instanceof ProviderError && error.kind === 'rate_limited') {
    await moveGeneration(world.database.kysely, generationId, ['submitting'], 'queued');
    return { status: 'again', afterMs: error.facts.retryAfterMs ?? 5000 };
  }
  const free = provider.keyless && generation.attempts < FREE_ATTEMPTS;
  const passing = !(error instanceof Problem) && !(error instanceof ProviderError && error.kind !== 'transient');
  if (free && passing) {
    world.log({
      level: 'warn',
      event: 'generation_again',
      generationId,
      attempt: generation.attempts,
      error: String(error),
    });
    await moveGeneration(world.database.kysely, generationId, ['submitting', 'fetching'], 'queued');
    return { status: 'again', afterMs: 200 };
  }
  await settleGeneration(world, generation, jobId, problemFrom(error, provider));
  return { status: 'done' };
}
