import { useQuery, useSuspenseQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EstimatedItem } from '#contract/cost.ts';
import { workEstimateQuery } from '../../queries/work-estimate.ts';
import { changesQuery } from '../../queries/changes.ts';
import { workJobsQuery } from '../../queries/jobs.ts';
import { useModelHeaders, type ModelHeaders } from '../../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { workQuery } from '../../queries/works.ts';
import { boardOf, keepSame, type Card } from './board.ts';

/** What another picture or clip of a scene would cost, in millionths of a dollar; null where nobody knows. */
export type Priced = Pick<EstimatedItem, 'expectedMicroUsd' | 'atMostMicroUsd'>;

/** Everything the board shows. */
export interface Board {
  readonly cards: readonly Card[];
  /** The shape of the film's frame: width over height. */
  readonly aspect: number;
  readonly headers: ModelHeaders;
  /** By `${sceneIndex}:${role}`; not there until the estimate has come. */
  readonly prices: ReadonlyMap<string, Priced>;
  /** What the engines are called, by id. */
  readonly engineNames: ReadonlyMap<string, string>;
}

/** The scenes of a work as the board shows them, kept fresh by what the server pushes. */
export function useBoard(place: { readonly projectId: string; readonly workId: string }): Board {
  const { projectId, workId } = place;
  const [work, jobs, changes, providers, settings] = useSuspenseQueries({
    queries: [
      workQuery(projectId, workId),
      workJobsQuery(workId),
      changesQuery(projectId, workId),
      providersQuery,
      providerSettingsQuery,
    ],
  });
  const cards = useMemo(
    () => kept(workId, boardOf(work.data, jobs.data, changes.data)),
    [workId, work.data, jobs.data, changes.data],
  );
  const headers = useModelHeaders(workId, providers.data, settings.data);
  const { data: estimate } = useQuery({
    ...workEstimateQuery(place, { action: 'again' }, headers),
    enabled: cards.length > 0,
  });
  const prices = useMemo(
    () => new Map(estimate?.items.map((item) => [`${item.sceneIndex}:${item.role}`, item])),
    [estimate],
  );
  const engineNames = useMemo(() => new Map(providers.data.map(({ id, name }) => [id, name])), [providers.data]);
  const { width, height } = work.data.resolution;
  return { cards, aspect: width / height, headers, prices, engineNames };
}

const shown = new Map<string, readonly Card[]>();

/** The cards that were shown before where they are the same, so that news of one scene draw one card. */
function kept(workId: string, cards: readonly Card[]): readonly Card[] {
  const same = keepSame(shown.get(workId) ?? [], cards);
  shown.set(workId, same);
  return same;
}
