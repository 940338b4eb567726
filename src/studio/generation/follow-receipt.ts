import { Problem } from '#contract/problems.ts';
import type { JobOutcome } from '#jobs/job-queue.ts';
import { getGeneration, isPastDeadline, moveGeneration, usualTookMs } from '#store/generations.ts';
import { pollProvider, TaskFailed, type Polled } from './ask-provider.ts';
import { backOffMs, randomShare } from './back-off.ts';
import { OVER, type GenerationRun } from './generation-run.ts';
import { hideKey } from './hide-key.ts';
import { keepAnswer } from './keep-answer.ts';
import { lastWord } from './last-word.ts';
import { pollDelayMs } from './poll-delay.ts';
import { leaveInDoubt } from './recover-submit.ts';
import { settleGeneration } from './settle-generation.ts';
import { tryAgain } from './try-again.ts';

/** Asks about a receipt, and goes by the answer; a question that failed is no verdict. */
export async function followReceipt(run: GenerationRun): Promise<JobOutcome> {
  const { world, provider, generation, context, jobId } = run;
  try {
    const polled = await pollProvider(provider, generation, context);
    return await goBy(run, polled);
  } catch (thrown) {
    const error = hideKey(thrown, context.apiKey);
    if (error instanceof TaskFailed) {
      const { reason, costMicroUsd } = error;
      const spent = costMicroUsd === null ? undefined : { costMicroUsd };
      await settleGeneration(world, generation, jobId, lastWord(reason, provider), { spent });
      return OVER;
    }
    if (context.signal.aborted) throw error;
    return askAgain(run, error);
  }
}

async function goBy(run: GenerationRun, polled: Polled): Promise<JobOutcome> {
  const { world, generation, jobId, isPaid } = run;
  switch (polled.kind) {
    case 'pending':
      return lookLater(run, polled);
    case 'cancelled':
      await settleGeneration(world, generation, jobId, new Problem('cancelled'));
      return OVER;
    case 'lost': {
      const reason = 'it does not know the job any more';
      return isPaid ? leaveInDoubt(run, reason) : tryAgain(run, new Error(reason));
    }
    case 'media':
    case 'scenario':
    case 'proposal':
    case 'style':
    case 'description':
    case 'analysis':
      return keepAnswer(run, jobId, polled);
    default:
      return polled satisfies never;
  }
}

async function lookLater(
  run: GenerationRun,
  { pollAfterMs: askedMs, progress }: Polled & { readonly kind: 'pending' },
): Promise<JobOutcome> {
  const { world, generation, jobId } = run;
  const db = world.database.kysely;
  const polls = generation.polls + 1;
  const row = await moveGeneration(db, generation.id, ['submitted', 'running', 'fetching'], 'running', { polls });
  const now = row ?? (await getGeneration(db, generation.id));
  if (!now) return OVER;
  if (now.state === 'cancelled' && generation.state !== 'cancelled') return { status: 'again', afterMs: 0 };
  if (await isPastDeadline(db, generation.id)) return leaveInDoubt(run, 'it has not come to an end in time');
  const ageMs = world.clock.nowMs() - (now.submittedAt ?? now.createdAt);
  const usualMs = await usualTookMs(db, generation);
  return {
    status: 'again',
    afterMs: pollDelayMs({ askedMs, ageMs, usualMs, progress, random: randomShare(world) }),
    payload: { generationId: generation.id, jobId, faults: 0 },
  };
}

/** After a question that failed, or a result that could not be fetched: the address may be another by then. */
async function askAgain(run: GenerationRun, error: unknown): Promise<JobOutcome> {
  const { world, provider, generation, jobId } = run;
  if (await isPastDeadline(world.database.kysely, generation.id))
    return leaveInDoubt(run, error instanceof Error ? error.message : String(error), error);
  const faults = run.faults + 1;
  world.log({ level: 'warn', event: 'poll_failed', generationId: generation.id, faults, error: String(error) });
  const payload = { generationId: generation.id, jobId, faults };
  const afterMs = Math.max(provider.limits?.pollMs ?? 0, backOffMs(world, error, faults));
  return { status: 'again', afterMs, payload };
}
