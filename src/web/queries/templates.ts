import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** The templates of a project. */
export const templatesQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.templates(projectId),
    queryFn: async ({ signal }) => (await client.listTemplates({ projectId }, { signal })).templates,
  });

/** One template, whole; goes stale with the list. */
export const templateQuery = (projectId: string, templateId: string) =>
  queryOptions({
    queryKey: [...keys.templates(projectId), templateId],
    queryFn: ({ signal }) => client.getTemplate({ projectId, templateId }, { signal }),
  });
