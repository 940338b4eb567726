import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

const LATEST = 500; // more than a film of 60 scenes has under way and failed lately

/** The latest jobs of a work, the newest first: what runs, what failed, what is in doubt. */
export const workJobsQuery = (workId: string) =>
  queryOptions({
    queryKey: keys.jobsOfWork(workId),
    queryFn: ({ signal }) => client.listJobs({ workId, limit: LATEST }, { signal }),
  });
