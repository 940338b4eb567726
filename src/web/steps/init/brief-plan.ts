import type { AnalysisResult } from '#contract/analysis.ts';
import type { Work } from '#contract/work.ts';
import { planOf, type Plan } from './plan.ts';

/** As long as a film is that names no length. */
export const DEFAULT_DURATION_S = 15;

type Said = Pick<Work, 'assetUsageMode' | 'selectedAssetIds' | 'videoDuration' | 'sceneCount'>;

/** Pictures of which each becomes a scene; null where they are only a guide. */
export const ownPicturesOf = ({ assetUsageMode, selectedAssetIds }: Said): number | null =>
  assetUsageMode === 'direct' ? selectedAssetIds.length : null;

/** The plan of a film, by its brief; of one that is written already, by its script. */
export function briefPlan(
  brief: Said,
  { analysis, scenes }: { readonly analysis: AnalysisResult | null; readonly scenes: Work['scenes'] },
): Plan {
  if (scenes.length > 0) return { lengthsS: scenes.map((scene) => scene.duration_seconds), follows: null };
  const durationS = brief.videoDuration ?? DEFAULT_DURATION_S;
  return planOf({ durationS, sceneCount: brief.sceneCount, ownPictures: ownPicturesOf(brief), analysis });
}
