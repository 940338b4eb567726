import { queryOptions } from '@tanstack/react-query';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';

/** Every limit there is, and how much of it is used. */
export const budgetsQuery = queryOptions({
  queryKey: keys.budgets,
  queryFn: ({ signal }) => client.listBudgets({}, { signal }),
});

/** What each project has cost so far, by its id. */
export const projectSpendQuery = queryOptions({
  queryKey: [...keys.spend, 'project'],
  queryFn: ({ signal }) => client.getSpend({ by: 'project' }, { signal }),
});
