import type { jobsOperations } from '#contract/operations/jobs.ts';
import { cancelJob } from '#studio/cancel-job.ts';
import { findJob } from '#studio/find-job.ts';
import { jobOf } from '#studio/job-of.ts';
import { listJobs } from '#studio/list-jobs.ts';
import type { Handlers } from './handler.ts';

/** What runs, and what became of it. */
export const jobsHandlers: Handlers<typeof jobsOperations> = {
  listJobs: (world, actor, filter) => listJobs(world, actor, filter),
  getJob: async (world, actor, { jobId }) => jobOf(await findJob(world, actor, jobId)),
  cancelJob: async (world, actor, { jobId }) => jobOf(await cancelJob(world, actor, jobId)),
};
