import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** A work, whole: its brief, its scenes and what they show, its edit. */
export const workQuery = (projectId: string, workId: string) =>
  queryOptions({
    queryKey: keys.work(workId),
    queryFn: ({ signal }) => client.getWork({ projectId, workId }, { signal }),
  });

/** Where a work is read and written; its version is remembered under this. */
export const workPath = (projectId: string, workId: string): string => `/projects/${projectId}/works/${workId}`;
