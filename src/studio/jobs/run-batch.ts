import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import { getJob } from '#store/jobs.ts';
import { runDescriptions } from '../assets/run-descriptions.ts';
import { runVariants } from '../scenes/run-variants.ts';
import type { World } from '../world.ts';
import { BatchPayload } from './job-payload.ts';

/** Runs a job that stands for many others, by what they are. */
export async function runBatch(world: World, job: RunningJob): Promise<JobOutcome> {
  const row = await getJob(world.database.kysely, BatchPayload.parse(job.payload).jobId);
  if (!row) return { status: 'done' };
  return row.kind === 'describe' ? runDescriptions(world, job) : runVariants(world, job);
}
