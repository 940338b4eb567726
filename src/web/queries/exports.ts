import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** The films made of a work, the newest first. */
export const exportsQuery = (projectId: string, workId: string) =>
  queryOptions({
    queryKey: keys.exports(workId),
    queryFn: ({ signal }) => client.listExports({ projectId, workId }, { signal }),
  });
