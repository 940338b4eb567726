import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** A project, whole. */
export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId),
    queryFn: ({ signal }) => client.getProject({ projectId }, { signal }),
  });

/** Where a project is read and written; its version is remembered under this. */
export const projectPath = (projectId: string): string => `/projects/${projectId}`;
