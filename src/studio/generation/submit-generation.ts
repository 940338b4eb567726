import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '#contract/problems.ts';
import type { JobOutcome } from '#jobs/job-queue.ts';
import { ProviderError, type Receipt } from '#providers/provider.ts';
import { retirementNote } from '#providers/retirement-note.ts';
import { recordReceipt, usualTookMs, type GenerationRow } from '#store/generations.ts';
import { askProvider, type Answer } from './ask-provider.ts';
import { randomShare } from './back-off.ts';
import { OVER, receiptAdapter, type GenerationRun } from './generation-run.ts';
import { hideKey } from './hide-key.ts';
import { keepAnswer } from './keep-answer.ts';
import { isVerdict, lastWord } from './last-word.ts';
import { pollDelayMs } from './poll-delay.ts';
import { putBack } from './put-back.ts';
import { inDoubt, settleGeneration } from './settle-generation.ts';
import type { SubmitTicket } from './submit-ticket.ts';
import { slowDown, tryAgain, waitInLine } from './try-again.ts';

const DEADLINE_S = 1800; // unless the model is known to take longer
const FIRST_ASKED_MS = 5000; // what Runway and Google want; the others say less
const LOOK_FOR_IT_MS = 1000;
const WRITE_AGAIN_MS = [100, 500, 2000, 5000];

/** Makes the one call of a generation that waits. */
export async function submitGeneration(run: GenerationRun, ticket: SubmitTicket): Promise<JobOutcome> {
  const { world, provider, generation, context, jobId } = run;
  if (provider.drawsHere && !(await ticket.claim())) return OVER;
  let answer: Answer;
  try {
    answer = await askProvider(world, provider, generation, context);
  } catch (error) {
    return afterFailure(run, ticket, hideKey(error, context.apiKey));
  }
  let claimed = ticket.claimed();
  if (claimed === null) {
    // A mistake of the adapter. What it brought is kept all the same.
    world.log({ level: 'error', event: 'submit_not_announced', generationId: generation.id, provider: provider.id });
    claimed = await ticket.claim();
  }
  if (answer.kind === 'receipt') return keepReceipt(run, answer.receipt);
  return keepAnswer({ ...run, generation: claimed ?? generation }, jobId, answer);
}

/** Writes a receipt down before anything else is done, and more than once if it must be: it is what was paid for. */
async function keepReceipt(run: GenerationRun, receipt: Receipt): Promise<JobOutcome> {
  const { world, generation, job } = run;
  const row = await recordSurely(run, receipt);
  // Somebody else has the job by now, and may have called it uncertain: the receipt is theirs to ask about.
  if (job.signal.aborted) await putBack(world, generation.id);
  if (row?.state === 'cancelled') return { status: 'again', afterMs: 0 };
  return { status: 'again', afterMs: await firstLookMs(run) };
}

/** Until a receipt that has just come is asked about. */
export async function firstLookMs({
  world,
  provider,
  generation,
}: Pick<GenerationRun, 'world' | 'provider' | 'generation'>): Promise<number> {
  const usualMs = await usualTookMs(world.database.kysely, generation);
  const askedMs = provider.limits?.pollMs ?? FIRST_ASKED_MS;
  return pollDelayMs({ askedMs, ageMs: 0, usualMs, random: randomShare(world) });
}

async function recordSurely(run: GenerationRun, receipt: Receipt): Promise<GenerationRow | null> {
  const { world, generation } = run;
  for (const waitMs of [...WRITE_AGAIN_MS, null]) {
    try {
      return await recordReceipt(world.database.kysely, generation.id, receipt, { deadlineInMs: deadlineMs(run) });
    } catch (error) {
      if (waitMs === null) throw error;
      world.log({ level: 'error', event: 'receipt_not_written', generationId: generation.id, error: String(error) });
      await sleep(waitMs);
    }
  }
  return null;
}

/** After how long without a result a generation counts as uncertain. */
export function deadlineMs({ context }: Pick<GenerationRun, 'context'>): number {
  return (context.descriptor?.deadlineS ?? DEADLINE_S) * 1000;
}

/** What a failed call means: another, its end, or that nobody knows. */
async function afterFailure(run: GenerationRun, ticket: SubmitTicket, error: unknown): Promise<JobOutcome> {
  const { world, provider, generation, context, jobId } = run;
  const refusal = ticket.refusal();
  if (refusal === 'not ours') return OVER;
  if (refusal !== null) return waitInLine(run, refusal.waitMs);
  if (context.signal.aborted && !isVerdict(error)) throw error; // it goes on elsewhere, or was cancelled
  const isSent = ticket.claimed() !== null && !provider.drawsHere;
  if (error instanceof ProviderError) {
    switch (error.kind) {
      case 'rate_limited':
        return slowDown(run, error);
      case 'transient':
        return tryAgain(run, error);
      case 'ambiguous':
      case 'aborted':
        return isSent ? afterDoubt(run, error) : tryAgain(run, error);
      case 'invalid_key':
      case 'quota':
      case 'moderated':
      case 'invalid_input':
      case 'permanent': {
        const { costMicroUsd } = error.facts;
        const spent = costMicroUsd === undefined ? undefined : { costMicroUsd };
        const retired = retirementNote(context.descriptor, world.clock.nowMs());
        await settleGeneration(world, generation, jobId, lastWord(error, provider, retired), { spent });
        return OVER;
      }
      default:
        return error.kind satisfies never;
    }
  }
  if (isSent) return afterDoubt(run, error);
  if (error instanceof Problem && error.retry !== 'later') {
    await settleGeneration(world, generation, jobId, lastWord(error, provider));
    return OVER;
  }
  return tryAgain(run, error);
}

/** The call may have been taken: it is looked for where that can be done, and made again only where it costs nothing. */
async function afterDoubt(run: GenerationRun, error: unknown): Promise<JobOutcome> {
  const { world, provider, generation, jobId, isPaid } = run;
  if (receiptAdapter(provider, generation).find) return { status: 'again', afterMs: LOOK_FOR_IT_MS };
  if (!isPaid) return tryAgain(run, error);
  const reason = error instanceof Error ? error.message : String(error);
  await settleGeneration(world, generation, jobId, inDoubt(provider, reason, error));
  return OVER;
}
