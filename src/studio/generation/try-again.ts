import type { JobOutcome } from '#jobs/job-queue.ts';
import { ProviderError } from '#providers/provider.ts';
import { getGeneration, moveGeneration } from '#store/generations.ts';
import { updateJob } from '#store/jobs.ts';
import { blockAccount } from '#store/vendor-gates.ts';
import { backOffMs } from './back-off.ts';
import { OVER, type GenerationRun } from './generation-run.ts';
import { lastWord } from './last-word.ts';
import { settleGeneration } from './settle-generation.ts';

/** A submit that was surely not taken, or costs nothing, is made this often at most. */
const ATTEMPTS = 3;
const SLOW_DOWN_MS = 15_000; // for vendors that say "slow down" and not for how long

/** Puts a generation back in its line, to be submitted once more; what was given for an earlier submit is forgotten. */
export async function waitInLine(run: GenerationRun, afterMs: number, attempts?: number): Promise<JobOutcome> {
  const { world, generation, jobId } = run;
  const patch = { receipt: null, ...(attempts === undefined ? {} : { attempts }) };
  await moveGeneration(world.database.kysely, generation.id, LINE, 'queued', patch);
  await updateJob(world.database.kysely, jobId, { status: 'queued', stage: 'waiting' });
  return { status: 'again', afterMs, ...(generation.account === null ? {} : { group: generation.account }) };
}

const LINE = ['queued', 'submitting', 'submitted', 'running', 'fetching'] as const;

/** Submits again what failed, a bounded number of times; after the last its failure is the end. */
export async function tryAgain(run: GenerationRun, error: unknown): Promise<JobOutcome> {
  const { world, provider, generation, jobId } = run;
  const now = await getGeneration(world.database.kysely, generation.id);
  if (!now) return OVER;
  const attempts = now.state === 'queued' ? now.attempts + 1 : now.attempts; // an intent has counted it already
  if (now.state === 'cancelled' || attempts >= ATTEMPTS) {
    await settleGeneration(world, now, jobId, lastWord(error, provider));
    return OVER;
  }
  world.log({
    level: 'warn',
    event: 'generation_again',
    generationId: now.id,
    attempt: attempts,
    error: String(error),
  });
  return waitInLine(run, backOffMs(world, error, attempts), attempts);
}

/** Obeys a vendor that asks to slow down: for everybody on the account, and without counting it as an attempt. */
export async function slowDown(run: GenerationRun, error: ProviderError): Promise<JobOutcome> {
  const { world, generation } = run;
  const now = await getGeneration(world.database.kysely, generation.id);
  const wait = error.facts.retryAfterMs === undefined ? { retryAfterMs: SLOW_DOWN_MS } : {};
  const asked = new ProviderError(error.kind, error.provider, error.message, { ...error.facts, ...wait });
  const afterMs = backOffMs(world, asked, 1);
  if (generation.account !== null) await blockAccount(world.database.kysely, generation.account, afterMs);
  if (!now || now.state === 'cancelled') return tryAgain(run, error);
  const attempts = now.state === 'submitting' ? Math.max(0, now.attempts - 1) : now.attempts;
  return waitInLine(run, afterMs, attempts);
}
