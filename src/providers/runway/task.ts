import { z } from 'zod';
import {
  ProviderError,
  type MediaAdapter,
  type MediaOutput,
  type PollState,
  type ProviderContext,
  type Receipt,
} from '../provider.ts';
import { keepNotes, notesOf } from '../receipt-notes.ts';
import { unlessUnknown } from '../unless-unknown.ts';
import { callRunway } from './call-runway.ts';

const MICRO_USD_PER_CREDIT = 10_000; // $0.01 a credit, docs.dev.runwayml.com/guides/quickstart
const POLL_AFTER_MS = 5_000; // FACTS section 4: not more often than that
const THROTTLED_POLL_AFTER_MS = 10_000; // it waits for another of the account's own tasks to end

const Created = z.looseObject({ id: z.string().min(1) });
const Cost = z
  .looseObject({ credits: z.number().min(0) })
  .optional()
  .catch(undefined);
const Task = z.looseObject({
  status: z.string(),
  progress: z.number().optional().catch(undefined),
  output: z.array(z.string()).catch([]),
  cost: Cost,
  failure: z.string().catch(''),
  failureCode: z.string().catch(''),
});

/**
 * The billable call of any model.
 *
 * @param notes what is to be told of the result, kept in the receipt until there is one
 * @throws ProviderError `ambiguous` where the answer names no task
 */
export async function startTask(
  path: string,
  body: { readonly model: string },
  notes: readonly string[],
  context: ProviderContext,
): Promise<Receipt> {
  const { json } = await callRunway({ method: 'POST', path, body, paid: true }, context);
  const created = Created.safeParse(json);
  if (!created.success) {
    throw new ProviderError('ambiguous', 'runway', 'it took the request and named no task', { model: body.model });
  }
  return {
    v: 1,
    provider: 'runway',
    model: body.model,
    id: created.data.id,
    submittedAt: Date.now(),
    extra: keepNotes(notes),
  };
}

/** What a task that was started is asked, whatever it makes. */
export function taskCalls(mime: MediaOutput['mime']): Required<Pick<MediaAdapter<unknown>, 'poll' | 'cancel'>> {
  return {
    async poll(receipt, context) {
      const task = await look(receipt, context);
      return task === null ? { status: 'lost' } : stateOf(task, mime, receipt);
    },
    async cancel(receipt, context) {
      // Looked at first: DELETE of a finished task deletes what was paid for.
      const task = await look(receipt, context);
      if (task === null || task.status === 'SUCCEEDED' || task.status === 'FAILED') return 'too_late';
      if (task.status === 'CANCELLED') return 'cancelled';
      await callRunway({ method: 'DELETE', path: pathOf(receipt) }, context);
      return 'cancelled';
    },
  };
}

function pathOf({ id }: Receipt): string {
  return `/v1/tasks/${encodeURIComponent(id)}`;
}

/** null where Runway does not know the task: it was deleted, or is of another account. */
async function look(receipt: Receipt, context: ProviderContext): Promise<z.infer<typeof Task> | null> {
  const answer = await unlessUnknown(callRunway({ method: 'GET', path: pathOf(receipt) }, context));
  if (answer === null) return null;
  const task = Task.safeParse(answer.json);
  if (task.success) return task.data;
  throw new ProviderError('transient', 'runway', 'its answer is no task', { model: receipt.model });
}

function stateOf(task: z.infer<typeof Task>, mime: string, receipt: Receipt): PollState {
  const { model } = receipt;
  const cost = task.cost ? { costMicroUsd: Math.round(task.cost.credits * MICRO_USD_PER_CREDIT) } : {};
  switch (task.status) {
    case 'SUCCEEDED': {
      if (task.output.length === 0) {
        return {
          status: 'failed',
          error: new ProviderError('permanent', 'runway', 'it finished without a result', { model, ...cost }),
          ...cost,
        };
      }
      return { status: 'done', outputs: task.output.map((url) => ({ mime, url, notes: notesOf(receipt) })), ...cost };
    }
    case 'FAILED':
      return {
        status: 'failed',
        error: new ProviderError(kindOfFailure(task.failureCode), 'runway', task.failure || 'it failed', {
          model,
          ...(task.failureCode === '' ? {} : { vendorCode: task.failureCode }),
          ...cost,
        }),
        ...cost,
      };
    case 'CANCELLED':
      return { status: 'cancelled' };
    case 'THROTTLED':
      return { status: 'pending', pollAfterMs: THROTTLED_POLL_AFTER_MS };
    default:
      return {
        status: 'pending',
        pollAfterMs: POLL_AFTER_MS,
        ...(task.progress === undefined ? {} : { progress: Math.min(1, Math.max(0, task.progress)) }),
      };
  }
}

/** FACTS section 4 [DOC task-failures]; a code may be longer than these, such as `SAFETY.INPUT.TEXT`. */
function kindOfFailure(code: string): ProviderError['kind'] {
  const parts = code.split('.');
  if (parts.includes('SAFETY')) return 'moderated';
  if (parts[0] === 'ASSET') return 'invalid_input';
  if (parts.includes('INTERNAL')) return 'transient';
  return 'permanent';
}
