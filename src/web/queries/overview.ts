import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** All projects at a glance: what waits, what runs, what is finished. */
export const projectOverviewsQuery = queryOptions({
  queryKey: keys.projects,
  queryFn: ({ signal }) => client.listProjectOverviews({}, { signal }),
});

/** All works of a project at a glance. */
export const workOverviewsQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.works(projectId),
    queryFn: ({ signal }) => client.listWorkOverviews({ projectId }, { signal }),
  });
