import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '#contract/problems.ts';
import { getJob, type JobRow } from '#store/jobs.ts';
import { problemOfStored } from '../stored-error.ts';
import type { World } from '../world.ts';

/** How somebody waits. */
export interface Waiting {
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number) => void;
  /** Which job it is that is waited for, where it is started on the way. */
  readonly onJob?: (jobId: string) => void;
  /** Give up waiting (the job goes on) after this long. */
  readonly timeoutMs?: number;
}

const LOOK_EVERY_MS = 120; // one indexed row; below what an eye calls a delay

/**
 * Waits until a job has ended well.
 *
 * @throws the Problem the job ended with; `still_running` after `timeoutMs`; the signal's reason when it is aborted
 */
export async function waitForJob(
  world: Pick<World, 'database' | 'clock'>,
  jobId: string,
  waiting: Waiting,
): Promise<JobRow> {
  const untilMs = waiting.timeoutMs === undefined ? Infinity : world.clock.nowMs() + waiting.timeoutMs;
  for (;;) {
    waiting.signal.throwIfAborted();
    const job = await getJob(world.database.kysely, jobId);
    if (!job) throw new Problem('not_found', { what: 'such job' });
    switch (job.status) {
      case 'done':
        return job;
      case 'failed':
      case 'uncertain':
        throw job.error ? problemOfStored(job.error) : new Problem('internal', { requestId: jobId });
      case 'cancelled':
        throw new Problem('cancelled');
      case 'queued':
      case 'running':
        waiting.onProgress?.(job.progress);
        break;
      default:
        job.status satisfies never;
    }
    if (world.clock.nowMs() >= untilMs) throw new Problem('still_running', { jobId });
    await sleep(LOOK_EVERY_MS, undefined, { signal: waiting.signal }).catch(() => waiting.signal.throwIfAborted());
  }
}
