import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { EstimateRequest } from '#contract/cost.ts';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';
import type { ModelHeaders } from './model-choice.ts';

/** What is asked of a work; of one scene where it is named. */
type Asked = Pick<EstimateRequest, 'action' | 'sceneIndex' | 'only'>;

/** What an action on a work would cost with these models, and whether budgets have room for it; nothing is started by asking. */
export const workEstimateQuery = (
  place: { readonly projectId: string; readonly workId: string },
  asked: Asked,
  models: ModelHeaders,
) =>
  queryOptions({
    queryKey: [...keys.estimate(place.workId), asked, models],
    queryFn: ({ signal }) => client.estimateCost({ ...place, variants: 1, ...asked, ...models }, { signal }),
    placeholderData: keepPreviousData,
  });
