import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** What each work has cost so far, by its id. */
export const spendByWorkQuery = queryOptions({
  queryKey: [...keys.spend, 'work'],
  queryFn: ({ signal }) => client.getSpend({ by: 'work' }, { signal }),
});
