import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { RequestPreview } from '#contract/request-preview.ts';
import type { Take, TakeKind } from '#contract/take.ts';
import { client } from '../app/api.ts';
import { keys } from './keys.ts';
import type { ModelHeaders } from './model-choice.ts';

/** Which scene of which work; `sceneIndex` is its 0-based place. */
export interface ScenePlace {
  readonly projectId: string;
  readonly workId: string;
  readonly sceneIndex: number;
}

/** Every take of a scene, the newest first. */
export const takesQuery = (place: ScenePlace) =>
  queryOptions({
    queryKey: keys.takes(place.workId, place.sceneIndex),
    queryFn: ({ signal }) => client.listTakes({ ...place }, { signal }),
  });

/** Two takes of a scene beside each other; it lives and goes stale with the takes. */
export const comparisonQuery = (place: ScenePlace, a: string, b: string) =>
  queryOptions({
    queryKey: [...keys.takes(place.workId, place.sceneIndex), 'compare', a, b],
    queryFn: ({ signal }) => client.compareTakes({ ...place, a, b }, { signal }),
  });

/** The words of a request that may not be saved yet, and what else it is made of. */
interface PreviewOf {
  readonly kind: TakeKind;
  readonly image_prompt: string;
  readonly negative_prompt: string;
  readonly video_prompt: string;
  readonly lastTakeId?: string;
  /** Also the call itself. */
  readonly literal?: boolean;
}

/** What a provider would receive for a scene; asked anew for each wording, nothing is sent. */
export const previewQuery = (place: ScenePlace, wanted: PreviewOf, models: ModelHeaders) =>
  queryOptions<RequestPreview>({
    queryKey: [...keys.takes(place.workId, place.sceneIndex), 'preview', wanted, models],
    queryFn: ({ signal }) => client.previewRequest({ ...place, ...wanted, ...models }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });

/** What making a picture or a clip of a scene would cost now; nothing is started by asking. */
export const sceneEstimateQuery = (
  { projectId, workId, sceneIndex }: ScenePlace,
  asked: { readonly action: 'picture' | 'clip'; readonly variants: number },
  models: ModelHeaders,
) =>
  queryOptions({
    queryKey: [...keys.estimate(workId), sceneIndex, asked, models],
    queryFn: ({ signal }) => client.estimateCost({ projectId, workId, sceneIndex, ...asked, ...models }, { signal }),
    placeholderData: keepPreviousData,
  });

/** Where the bytes of a take are: the master, for players, downloads and pictures seen large. */
export const takeUrl = ({ id }: Pick<Take, 'id'>): string => `/api/media/${id}`;

/** A small still of a take. */
export const takePosterUrl = ({ projectId, workId, sceneIndex }: ScenePlace, { id }: Pick<Take, 'id'>): string =>
  `/api/projects/${projectId}/works/${workId}/scenes/${sceneIndex}/takes/${id}/poster`;

/** A light copy of a clip, to play. */
export const takeProxyUrl = ({ projectId, workId, sceneIndex }: ScenePlace, { id }: Pick<Take, 'id'>): string =>
  `/api/projects/${projectId}/works/${workId}/scenes/${sceneIndex}/takes/${id}/proxy`;
