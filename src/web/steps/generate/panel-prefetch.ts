import { usePrefetchQuery } from '@tanstack/react-query';
import type { ScenarioScene } from '#contract/scene.ts';
import type { TakeKind } from '#contract/take.ts';
import { previewQuery, sceneEstimateQuery, takesQuery, type ScenePlace } from '../../queries/takes.ts';
import { useEngine } from './panel-engine.ts';
import { useVariants } from './panel-variants.ts';

/** Asks at once for everything that the panel will ask for piece by piece, so that nothing waits for the answer before. */
export function usePanelPrefetch(place: ScenePlace, scene: ScenarioScene, kind: TakeKind): void {
  const image = useEngine(place.workId, 'image').headers;
  const video = useEngine(place.workId, 'video').headers;
  const { count: variants } = useVariants();
  const { image_prompt, negative_prompt, video_prompt } = scene;
  usePrefetchQuery(takesQuery(place));
  usePrefetchQuery(sceneEstimateQuery(place, { action: 'picture', variants }, image));
  usePrefetchQuery(sceneEstimateQuery(place, { action: 'clip', variants: 1 }, video));
  const words = { kind, image_prompt, negative_prompt, video_prompt };
  usePrefetchQuery(previewQuery(place, words, kind === 'image' ? image : video));
}
