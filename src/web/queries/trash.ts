import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** What is in the trash, the last deleted first. */
export const trashQuery = queryOptions({
  queryKey: keys.trash,
  queryFn: ({ signal }) => client.listTrash({}, { signal }),
});
