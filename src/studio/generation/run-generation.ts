import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import type { Provider } from '#providers/provider.ts';
import { getGeneration, type GenerationRow } from '#store/generations.ts';
import { getJob } from '#store/jobs.ts';
import { JobPayload } from '../jobs/job-payload.ts';
import { progressWriter } from '../jobs/progress-writer.ts';
import type { World } from '../world.ts';
import { followReceipt } from './follow-receipt.ts';
import { isAtItsEnd, OVER, type GenerationRun } from './generation-run.ts';
import { hideKey } from './hide-key.ts';
import { goesWithKey, openKey } from './open-key.ts';
import { providerContext } from './provider-context.ts';
import { recoverSubmit } from './recover-submit.ts';
import { inDoubt, settleGeneration } from './settle-generation.ts';
import { submitGeneration } from './submit-generation.ts';
import { submitTicket, type SubmitTicket } from './submit-ticket.ts';
import { withdrawGeneration } from './withdraw-generation.ts';

const LEFT_MS = 500;

/**
 * One generation from wherever it stands as far as it comes: to its end, or to where it has to wait.
 *
 * Called again after a crash it goes on: from the receipt where there is one, from the start where nothing can have been
 * paid, and to `uncertain` where a paid call may have been taken and nobody can be asked.
 */
export async function runGeneration(world: World, job: RunningJob): Promise<JobOutcome> {
  const outcome = await runOnce(world, job);
  return outcome.status === 'done' && (await isLeft(world, job)) ? { status: 'again', afterMs: LEFT_MS } : outcome;
}

/**
 * Whether something was asked of a generation between its end and the end of its job, which therefore goes on: to be
 * taken back at its vendor, or to be followed after all. Neither submits anything.
 */
async function isLeft(world: Pick<World, 'database'>, { id, payload }: RunningJob): Promise<boolean> {
  const { generationId, jobId } = JobPayload.parse(payload);
  const generation = await getGeneration(world.database.kysely, generationId);
  if (!generation || isAtItsEnd(generation)) return false;
  const isSubmitted = generation.state === 'cancelled' || generation.receipt !== null;
  return isSubmitted && (await getJob(world.database.kysely, jobId))?.queueJobId === id;
}

async function runOnce(world: World, job: RunningJob): Promise<JobOutcome> {
  const { generationId, jobId, faults } = JobPayload.parse(job.payload);
  const generation = await getGeneration(world.database.kysely, generationId);
  if (!generation || isAtItsEnd(generation)) return OVER;
  const provider = world.providers.find((candidate) => candidate.id === generation.provider);
  if (!provider) return withoutProvider(world, generation, jobId);

  const scratch = await mkdtemp(join(world.directories.scratch, `${generationId}-`));
  const progress = progressWriter(world, jobId);
  const ticket = submitTicket(world, { provider, generation, jobId, job });
  const signal = signalFor(provider, job, ticket);
  let key: string | null = null;
  try {
    key = await openKey(world, generation, provider);
    const given = { signal, scratch, sending: ticket.sending, progress: progress.report, key };
    const context = await providerContext(world, provider, generation, given);
    const isPaid = !provider.keyless || goesWithKey(generation, provider);
    const run = { world, provider, generation, jobId, job, context, isPaid, faults: faults ?? 0 };
    const outcome = await advance(run, ticket);
    if (outcome.status === 'done') await sweepScratch(world, generationId);
    return outcome;
  } catch (error) {
    if (signal.aborted && !job.signal.aborted) return { status: 'again', afterMs: 0 };
    hideKey(error, key);
    if (signal.aborted || !(error instanceof Problem)) throw error;
    return await cannotBeAsked(world, provider, generation, jobId, error);
  } finally {
    await progress.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

function advance(run: GenerationRun, ticket: SubmitTicket): Promise<JobOutcome> {
  const { state, receipt } = run.generation;
  switch (state) {
    case 'queued':
      return submitGeneration(run, ticket);
    case 'submitting':
    case 'submitted':
    case 'running':
    case 'fetching':
      return receipt === null ? recoverSubmit(run) : followReceipt(run);
    case 'cancelled':
      return withdrawGeneration(run);
    case 'done':
    case 'failed':
    case 'uncertain':
      return Promise.resolve(OVER);
    default:
      return state satisfies never;
  }
}

/**
 * What is drawn here can stop at once when the process closes. A vendor's call gets all the time there is, and where only
 * somebody else has taken the job over, it is let finish: its receipt is what was paid for.
 */
function signalFor(provider: Provider, job: RunningJob, ticket: SubmitTicket): AbortSignal {
  if (provider.drawsHere) return AbortSignal.any([job.signal, job.closing]);
  const stop = new AbortController();
  const onAbort = (): void => {
    if (ticket.claimed() === null || job.closing.aborted) stop.abort(job.signal.reason);
  };
  if (job.signal.aborted) onAbort();
  else job.signal.addEventListener('abort', onAbort, { once: true });
  return stop.signal;
}

const ABANDONED_MS = 3_600_000; // no call takes so long

/** Removes what killed runs of a generation have left, now that it is over; one that still runs elsewhere keeps its own. */
async function sweepScratch(world: Pick<World, 'directories' | 'clock'>, generationId: string): Promise<void> {
  const { scratch } = world.directories;
  for (const name of await readdir(scratch)) {
    if (!name.startsWith(`${generationId}-`)) continue;
    const path = join(scratch, name);
    const usedAtMs = (await stat(path).catch(() => null))?.mtimeMs;
    if (usedAtMs !== undefined && world.clock.nowMs() - usedAtMs > ABANDONED_MS)
      await rm(path, { recursive: true, force: true });
  }
}

/** Its provider is not installed any more; what was asked of it may be looked up when it is back. */
async function withoutProvider(world: World, generation: GenerationRow, jobId: string): Promise<JobOutcome> {
  const { provider, role, state, account } = generation;
  const problem =
    state === 'queued' || account === null
      ? new Problem('unknown_provider', { provider, role })
      : inDoubt({ label: provider }, 'it is not among the providers any more');
  await settleGeneration(world, generation, jobId, problem);
  return OVER;
}

/** Its key or its address is gone, so that nobody can be asked: the end of what was not submitted, doubt of what was. */
async function cannotBeAsked(
  world: World,
  provider: Provider,
  generation: GenerationRow,
  jobId: string,
  problem: Problem,
): Promise<JobOutcome> {
  const isSure = generation.state === 'queued' || problem.code === 'submission_uncertain';
  const ending = isSure ? problem : inDoubt(provider, problem.message, problem);
  await settleGeneration(world, generation, jobId, ending);
  return OVER;
}
