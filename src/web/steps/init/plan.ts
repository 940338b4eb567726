import type { AnalysisResult } from '#contract/analysis.ts';

/** A shorter scene cannot be read. */
export const LEAST_SCENE_S = 1.2;
/** As long as a scene is assumed to be where nobody says how many there are; the server's estimate assumes the same. */
const SCENE_S = 5;
const MOST_SCENES = 60;
const QUICK_S = 2;
const LONG_S = 8;

/** What decides how many scenes a film will have. */
export interface PlanInputs {
  readonly durationS: number;
  /** null: the writer decides. */
  readonly sceneCount: number | null;
  /** Pictures of which each becomes a scene; null where they are only a guide. */
  readonly ownPictures: number | null;
  readonly analysis: Pick<AnalysisResult, 'scenes'> | null;
}

/** The film before there is a script. */
export interface Plan {
  /** How long each scene will be, about. */
  readonly lengthsS: readonly number[];
  /** Whether the lengths are those of the reference, stretched; else all are equal. */
  readonly follows: 'reference' | null;
}

/** Divides a film into its scenes, as its writer will be asked to. */
export function planOf({ durationS, sceneCount, ownPictures, analysis }: PlanInputs): Plan {
  const shots = analysis?.scenes.map((scene) => scene.duration_seconds).filter((lengthS) => lengthS > 0) ?? [];
  const count = Math.min(
    MOST_SCENES,
    ownPictures || sceneCount || shots.length || Math.max(1, Math.round(durationS / SCENE_S)),
  );
  if (count !== shots.length)
    return { lengthsS: Array.from({ length: count }, () => durationS / count), follows: null };
  const wholeS = shots.reduce((sum, lengthS) => sum + lengthS, 0);
  return { lengthsS: shots.map((lengthS) => (lengthS / wholeS) * durationS), follows: 'reference' };
}

/** How many scenes a film can have at most. */
export const mostScenes = (durationS: number): number =>
  Math.max(1, Math.min(MOST_SCENES, Math.floor(durationS / LEAST_SCENE_S + 1e-6)));

/** How a number of scenes goes with a length. */
export function fitOf(sceneCount: number, durationS: number): 'fits' | 'quick' | 'long' | 'too-many' {
  if (sceneCount > mostScenes(durationS)) return 'too-many';
  const eachS = durationS / sceneCount;
  return eachS < QUICK_S ? 'quick' : eachS > LONG_S ? 'long' : 'fits';
}
