import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { EstimatedAction } from '#contract/cost.ts';
import type { WantedTakes } from '#contract/scene-changes.ts';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';
import type { ModelHeaders } from './model-choice.ts';

/** Which pictures and clips of a work are of other inputs than the present ones. */
export const changesQuery = (projectId: string, workId: string) =>
  queryOptions({
    queryKey: keys.changes(workId),
    queryFn: async ({ signal }) => (await client.listChanges({ projectId, workId }, { signal })).scenes,
  });

/** What an action on the whole work would cost; nothing is started by asking. */
export const workEstimateQuery = (
  place: { readonly projectId: string; readonly workId: string },
  asked: { readonly action: EstimatedAction; readonly only?: WantedTakes },
  models: ModelHeaders,
) =>
  queryOptions({
    queryKey: [...keys.estimate(place.workId), asked, models],
    queryFn: ({ signal }) => client.estimateCost({ ...place, variants: 1, ...asked, ...models }, { signal }),
    placeholderData: keepPreviousData,
  });

/** What each work has cost so far, by its id. */
export const spendByWorkQuery = queryOptions({
  queryKey: [...keys.spend, 'work'],
  queryFn: ({ signal }) => client.getSpend({ by: 'work' }, { signal }),
});
