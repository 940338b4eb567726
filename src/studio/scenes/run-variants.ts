import { z } from 'zod';
import { Problem } from '#contract/problems.ts';
import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import { getJob } from '#store/jobs.ts';
import { BatchPayload } from '../jobs/job-payload.ts';
import { progressWriter } from '../jobs/progress-writer.ts';
import { waitForJob } from '../jobs/wait-for-job.ts';
import type { World } from '../world.ts';
import { endVariants, type EndedVariant } from './end-variants.ts';
import { StoredVariants } from './stored-variants.ts';

/** Waits until every variant has been made or could not be; run again after a restart, it goes on waiting. */
export async function runVariants(world: World, job: RunningJob): Promise<JobOutcome> {
  const { jobId } = BatchPayload.parse(job.payload);
  const row = await getJob(world.database.kysely, jobId);
  if (!row || (row.status !== 'queued' && row.status !== 'running')) return { status: 'done' };
  const { variants } = StoredVariants.parse(row.request);
  const signal = AbortSignal.any([job.signal, job.closing]);
  const progress = progressWriter(world, jobId);
  const ended: EndedVariant[] = [];
  try {
    for (const variant of variants) {
      const report = (done: number): void => progress.report((ended.length + done) / variants.length);
      ended.push('jobId' in variant ? await endOf(world, variant.jobId, signal, report) : variant);
    }
  } catch (error) {
    if (job.closing.aborted && !job.signal.aborted) return { status: 'again', afterMs: 0 };
    if (job.signal.aborted) return { status: 'done' }; // cancelled: the row says so already
    throw error;
  } finally {
    await progress.stop();
  }
  await endVariants(world, row, ended);
  return { status: 'done' };
}

const Made = z.object({ takeIds: z.array(z.string()) });

async function endOf(
  world: World,
  jobId: string,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<EndedVariant> {
  try {
    const { result, costMicroUsd } = await waitForJob(world, jobId, { signal, onProgress });
    return { ...Made.parse(result), costMicroUsd };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Problem)) throw error;
    return { jobId, problem: error };
  }
}
