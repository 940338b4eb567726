import type { Job } from '#contract/job.ts';
import type { Running } from '#contract/overview.ts';

/** What runs, as far as the list of jobs knows it by now: that one is told of every step, an overview of ends only. */
export function withProgress<R extends Running>(running: R, jobs: readonly Job[]): R {
  const job = jobs.find(({ id }) => id === running.jobId);
  if (!job) return running;
  const { progress, stage, etaMs } = job;
  return { ...running, progress, stage, ...(etaMs === undefined ? {} : { etaMs }) };
}
