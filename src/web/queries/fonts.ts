import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** What texts of a project may be set in; goes stale with its files. */
export const fontsQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...keys.assets(projectId), 'fonts'],
    queryFn: ({ signal }) => client.listFonts({ projectId }, { signal }),
  });
