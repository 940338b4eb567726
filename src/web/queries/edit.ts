import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** The edit of a work in frames, with where its files are read. */
export const editQuery = (projectId: string, workId: string) =>
  queryOptions({
    queryKey: keys.edit(workId),
    queryFn: ({ signal }) => client.getEdit({ projectId, workId }, { signal }),
  });
