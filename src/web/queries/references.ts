import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DerivedKind } from '#contract/derived.ts';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';
import type { ModelHeaders } from './model-choice.ts';

/** Which work. */
export interface WorkPlace {
  readonly projectId: string;
  readonly workId: string;
}

/** How long and large the reference video of a work is; goes stale with the work. */
export const referenceFactsQuery = (projectId: string, workId: string) =>
  queryOptions({
    queryKey: [...keys.work(workId), 'reference'],
    queryFn: ({ signal }) => client.getReferenceFacts({ projectId, workId }, { signal }),
  });

/** Where the reference video of a work is, or something that shows it. */
export const referenceUrl = ({ projectId, workId }: WorkPlace, kind?: DerivedKind): string =>
  `/api/projects/${projectId}/works/${workId}/media/reference${kind ? `/${kind}` : ''}`;

/**
 * What the whole of a work that has no script yet would cost, or having its reference looked at; nothing is started by
 * asking.
 *
 * @param decides what of the work decides it: where that changes it is asked again
 */
export const outlineEstimateQuery = (
  { projectId, workId }: WorkPlace,
  action: 'work' | 'analysis',
  models: ModelHeaders,
  decides: readonly unknown[] = [],
) =>
  queryOptions({
    queryKey: [...keys.estimate(workId), action, models, decides],
    queryFn: ({ signal }) => client.estimateCost({ projectId, workId, action, ...models }, { signal }),
    placeholderData: keepPreviousData,
  });
