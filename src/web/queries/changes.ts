import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** Of each scene, whether its picture and clip are of its present inputs. */
export const changesQuery = (projectId: string, workId: string) =>
  queryOptions({
    queryKey: keys.changes(workId),
    queryFn: ({ signal }) => client.listChanges({ projectId, workId }, { signal }),
    select: ({ scenes }) => scenes,
  });
