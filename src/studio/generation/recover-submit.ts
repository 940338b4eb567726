import type { JobOutcome } from '#jobs/job-queue.ts';
import { recordReceipt } from '#store/generations.ts';
import { backOffMs } from './back-off.ts';
import { OVER, receiptAdapter, type GenerationRun } from './generation-run.ts';
import { hideKey } from './hide-key.ts';
import { settleGeneration, inDoubt } from './settle-generation.ts';
import { deadlineMs, firstLookMs } from './submit-generation.ts';
import { waitInLine } from './try-again.ts';

/** "The vendor surely has it not" is believed once the call can be under way no more. */
const UNDER_WAY_MS = 30_000;
/** So long a vendor is asked that does not answer. */
const LOOKED_FOR_MS = 600_000;
/** What is free is made again as often as the queue lets processes die with it. */
const FREE_ATTEMPTS = 25;

/**
 * Goes on where a process left a submit without a receipt: it is looked for at the vendor, and submitted again where that
 * surely never arrived, or where it costs nothing. Else nobody knows.
 */
export async function recoverSubmit(run: GenerationRun): Promise<JobOutcome> {
  const { provider, generation, isPaid } = run;
  if (provider.drawsHere) return goBack(run);
  const found = await lookFor(run);
  switch (found.kind) {
    case 'receipt':
      return { status: 'again', afterMs: await firstLookMs(run) };
    case 'again':
      return { status: 'again', afterMs: found.afterMs, payload: found.payload };
    case 'none':
      if (isPaid && sinceSubmitMs(run) < UNDER_WAY_MS) return { status: 'again', afterMs: UNDER_WAY_MS / 6 };
      return goBack(run);
    case 'unknown':
      if (!isPaid && generation.attempts < FREE_ATTEMPTS) return goBack(run);
      return leaveInDoubt(run, 'the server stopped before it answered');
    default:
      return found satisfies never;
  }
}

/** What became of a submit whose answer never came. */
export type Found =
  | { readonly kind: 'receipt' | 'none' | 'unknown' }
  | {
      readonly kind: 'again';
      readonly afterMs: number;
      readonly payload: { generationId: string; jobId: string; faults: number };
    };

/** Asks a vendor whether it has a submit, and keeps the receipt where it has; free. */
export async function lookFor(run: GenerationRun): Promise<Found> {
  const { world, provider, generation, context, jobId } = run;
  const adapter = receiptAdapter(provider, generation);
  if (!adapter.find) return { kind: 'unknown' };
  const { id: generationId, model, bodyHash } = generation;
  const lost = { generationId, model, submittingAt: generation.submittingAt ?? 0, bodySha256: bodyHash };
  try {
    const found = await adapter.find(lost, context);
    if (typeof found === 'string') return { kind: found };
    await recordReceipt(world.database.kysely, generationId, found, { deadlineInMs: deadlineMs(run) });
    return { kind: 'receipt' };
  } catch (thrown) {
    const error = hideKey(thrown, context.apiKey);
    if (context.signal.aborted) throw error;
    world.log({ level: 'warn', event: 'look_failed', generationId, error: String(error) });
    if (sinceSubmitMs(run) > LOOKED_FOR_MS) return { kind: 'unknown' };
    const faults = run.faults + 1;
    return { kind: 'again', afterMs: backOffMs(world, error, faults), payload: { generationId, jobId, faults } };
  }
}

/** Ends as uncertain, and says why. */
export async function leaveInDoubt(run: GenerationRun, reason: string, cause?: unknown): Promise<JobOutcome> {
  const { world, provider, generation, jobId } = run;
  await settleGeneration(world, generation, jobId, inDoubt(provider, reason, cause));
  return OVER;
}

const goBack = (run: GenerationRun): Promise<JobOutcome> => waitInLine(run, 0);

function sinceSubmitMs({ world, generation }: GenerationRun): number {
  return world.clock.nowMs() - (generation.submittingAt ?? 0);
}
