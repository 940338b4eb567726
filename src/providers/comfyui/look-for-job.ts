import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';
import { ProviderError, type ProviderContext } from '../provider.ts';
import { askComfy, comfyuiVendor } from './comfyui-vendor.ts';

/** What nodes left behind, by their ids and then by kind: `images`, `gifs`, `video` …; text and flags are among them. */
export type Outputs = Readonly<Record<string, unknown>>;

/** What has become of a job. */
export type ComfyJob =
  | { readonly status: 'waiting' | 'running' }
  | { readonly status: 'done'; readonly outputs: Outputs }
  | { readonly status: 'failed'; readonly message: string; readonly code?: string }
  | { readonly status: 'cancelled' };

const Failure = z.object({
  exception_message: z.string().optional(),
  exception_type: z.string().optional(),
  node_type: z.string().optional(),
});
const Job = z.object({
  status: z.string(),
  outputs: z.record(z.string(), z.unknown()).nullish(),
  execution_error: Failure.nullish(),
});
const Entry = z.object({
  outputs: z.record(z.string(), z.unknown()).nullish(),
  status: z.object({ status_str: z.string().nullish(), messages: z.array(z.array(z.unknown())).nullish() }).nullish(),
});
const QueueItem = z.array(z.unknown());
const Queue = z.object({ queue_running: z.array(QueueItem), queue_pending: z.array(QueueItem) });

/**
 * A job by its id, wherever ComfyUI has it; null where it surely has it not: it remembers only until it is restarted.
 *
 * @throws ProviderError where it could not be asked
 */
export async function lookForJob(id: string, context: ProviderContext): Promise<ComfyJob | null> {
  const answer = await askComfy({ method: 'GET', path: `/api/jobs/${id}` }, context);
  const job = Job.safeParse(answer?.json);
  if (job.success) {
    const known = jobOf(job.data);
    if (known !== null) return known;
  }
  // The queue before the history: a job goes from the one to the other, never back, and so cannot slip through.
  return (await placeInQueue(id, context)) ?? (await lookInHistory(id, context));
}

/** Whether a job waits or runs; null where it does neither. */
export async function placeInQueue(id: string, context: ProviderContext): Promise<ComfyJob | null> {
  const answer = await callVendor(comfyuiVendor, { method: 'GET', path: '/queue' }, context);
  const queue = Queue.safeParse(answer.json);
  // Every build has a queue: what has none, such as the sign-in page of a proxy, knows nothing of what became of jobs.
  if (!queue.success) throw new ProviderError('transient', comfyuiVendor.id, 'There is no ComfyUI at this address.');
  const isIn = (items: readonly z.infer<typeof QueueItem>[]): boolean => items.some((item) => item[1] === id);
  if (isIn(queue.data.queue_running)) return { status: 'running' };
  return isIn(queue.data.queue_pending) ? { status: 'waiting' } : null;
}

async function lookInHistory(id: string, context: ProviderContext): Promise<ComfyJob | null> {
  const answer = await askComfy({ method: 'GET', path: `/history/${id}` }, context);
  const entry = z.record(z.string(), Entry).safeParse(answer?.json).data?.[id];
  if (!entry) return null;
  const { outputs, status } = entry;
  if (status?.status_str !== 'error') return { status: 'done', outputs: outputs ?? {} };
  const messages = new Map((status.messages ?? []).map(([name, facts]) => [name, facts]));
  if (messages.has('execution_interrupted')) return { status: 'cancelled' };
  return failed(Failure.safeParse(messages.get('execution_error')).data);
}

/** null where the answer is of no use by itself: a finished job without its outputs is looked up in the history. */
function jobOf({ status, outputs, execution_error: failure }: z.infer<typeof Job>): ComfyJob | null {
  switch (status) {
    case 'completed':
      return outputs ? { status: 'done', outputs } : null;
    case 'failed':
      return failed(failure);
    case 'cancelled':
      return { status: 'cancelled' };
    case 'pending':
      return { status: 'waiting' };
    default:
      return { status: 'running' }; // and whatever a later build may call it: only an end is an end
  }
}

function failed(failure: z.infer<typeof Failure> | null | undefined): ComfyJob {
  const { exception_message: message, node_type: node, exception_type: code } = failure ?? {};
  return {
    status: 'failed',
    message: `${node ?? 'The workflow'} failed: ${message?.trim() ?? 'ComfyUI does not say why.'}`,
    ...(code === undefined ? {} : { code }),
  };
}
