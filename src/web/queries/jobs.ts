import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** Every job of the account that has not ended: what runs, what waits in line, what nobody knows the end of. */
export const activeJobsQuery = queryOptions({
  queryKey: [...keys.jobs, 'active'],
  queryFn: ({ signal }) => client.listJobs({ status: 'active' }, { signal }),
});

const RECENT = 40;

/** The jobs that were begun last, whatever became of them. */
export const recentJobsQuery = queryOptions({
  queryKey: [...keys.jobs, 'recent'],
  queryFn: ({ signal }) => client.listJobs({ limit: RECENT }, { signal }),
});

const LATEST = 500; // more than a film of 60 scenes has under way and failed lately

/** The latest jobs of a work, the newest first: what runs, what failed, what is in doubt. */
export const workJobsQuery = (workId: string) =>
  queryOptions({
    queryKey: keys.jobsOfWork(workId),
    queryFn: ({ signal }) => client.listJobs({ workId, limit: LATEST }, { signal }),
  });
