import { Problem } from '#contract/problems.ts';
import type { JobOutcome } from '#jobs/job-queue.ts';
import { isPastDeadline } from '#store/generations.ts';
import { receiptOf } from './ask-provider.ts';
import { backOffMs } from './back-off.ts';
import { followReceipt } from './follow-receipt.ts';
import { OVER, receiptAdapter, type GenerationRun } from './generation-run.ts';
import { hideKey } from './hide-key.ts';
import { leaveInDoubt, lookFor } from './recover-submit.ts';
import { settleGeneration } from './settle-generation.ts';

/**
 * Takes back at the vendor what was cancelled here, as often as it takes.
 *
 * What it cannot take back any more is watched to its end and kept as a take that nothing shows by itself: it is paid.
 */
export async function withdrawGeneration(run: GenerationRun): Promise<JobOutcome> {
  const { provider, generation, context, isPaid } = run;
  if (generation.receipt === null) return withoutReceipt(run);
  const adapter = receiptAdapter(provider, generation);
  if (!adapter.cancel) return isPaid ? followReceipt(run) : letGo(run);
  try {
    const answer = await adapter.cancel(receiptOf(generation), context);
    return answer === 'cancelled' ? await letGo(run) : await followReceipt(run);
  } catch (thrown) {
    const error = hideKey(thrown, context.apiKey);
    if (context.signal.aborted) throw error;
    return askOnceMore(run, error);
  }
}

/** The call was under way when it was cancelled, and its process died: what nobody knows of counts as paid. */
async function withoutReceipt(run: GenerationRun): Promise<JobOutcome> {
  const found = await lookFor(run);
  switch (found.kind) {
    case 'receipt':
      return { status: 'again', afterMs: 0 };
    case 'again':
      return { status: 'again', afterMs: found.afterMs, payload: found.payload };
    case 'none':
      return letGo(run);
    case 'unknown':
      return run.isPaid ? leaveInDoubt(run, 'it was cancelled before it answered') : letGo(run);
    default:
      return found satisfies never;
  }
}

/** Nothing was paid: what is held for it is let go of. */
async function letGo({ world, generation, jobId }: GenerationRun): Promise<JobOutcome> {
  await settleGeneration(world, generation, jobId, new Problem('cancelled'));
  return OVER;
}

async function askOnceMore(run: GenerationRun, error: unknown): Promise<JobOutcome> {
  const { world, generation, jobId } = run;
  if (await isPastDeadline(world.database.kysely, generation.id)) return leaveInDoubt(run, String(error), error);
  const faults = run.faults + 1;
  world.log({ level: 'warn', event: 'cancel_failed', generationId: generation.id, faults, error: String(error) });
  const payload = { generationId: generation.id, jobId, faults };
  return { status: 'again', afterMs: backOffMs(world, error, faults), payload };
}
