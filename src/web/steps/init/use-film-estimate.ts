import { useSuspenseQueries } from '@tanstack/react-query';
import type { Work } from '#contract/work.ts';
import { useModelHeaders } from '../../queries/model-choice.ts';
import { providerSettingsQuery, providersQuery } from '../../queries/providers.ts';
import { outlineEstimateQuery } from '../../queries/references.ts';

/** What the film as it is saved would cost with the models of this work; asked again when what decides it has changed. */
export function useFilmEstimate(work: Work) {
  const [{ data: providers }, { data: settings }] = useSuspenseQueries({
    queries: [providersQuery, providerSettingsQuery],
  });
  const models = useModelHeaders(work.id, providers, settings, ['llm', 'image', 'video']);
  const { videoDuration, sceneCount, resolution, selectedAssetIds, assetUsageMode, scenes } = work;
  const decides = [videoDuration, sceneCount, resolution, selectedAssetIds, assetUsageMode, scenes.length];
  return outlineEstimateQuery({ projectId: work.projectId, workId: work.id }, 'work', models, decides);
}
