import type { jobsOperations } from '#contract/operations/jobs.ts';
import { cancelJob } from '#studio/jobs/cancel-job.ts';
import { findJob } from '#studio/jobs/find-job.ts';
import { shownJob } from '#studio/jobs/job-of.ts';
import { listJobs } from '#studio/jobs/list-jobs.ts';
import { resolveJob } from '#studio/jobs/resolve-job.ts';
import { retryJob } from '#studio/jobs/retry-job.ts';
import type { Handlers } from './handler.ts';
import { modelChoices } from './model-choices.ts';

/** What runs, and what became of it. */
export const jobsHandlers: Handlers<typeof jobsOperations> = {
  listJobs: async (world, actor, wanted, call) => {
    const { items, nextCursor } = await listJobs(world, actor, wanted);
    call.nextCursor(nextCursor);
    return items;
  },
  getJob: async (world, actor, { jobId }) => shownJob(world, await findJob(world, actor, jobId)),
  cancelJob: async (world, actor, { jobId }) => shownJob(world, await cancelJob(world, actor, jobId)),
  retryJob: async (world, actor, { jobId, ...headers }) =>
    shownJob(world, await retryJob(world, actor, jobId, modelChoices(headers))),
  resolveJob: async (world, actor, { jobId, action, ...headers }) =>
    shownJob(world, await resolveJob(world, actor, jobId, action, modelChoices(headers))),
};
