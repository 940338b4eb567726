import type { Timeline } from '#contract/timeline.ts';
import { type Plan, planFilm } from '#domain/timeline/plan-film.ts';
import { useCalmEditor } from './calm-editor.ts';
import { useEditor } from './editor-store.ts';

const plans = new WeakMap<Timeline, Plan>(); // many ask of the same edit, and two may be asked of in turns

/** The film an edit makes: shots, transitions and overlays in frames of the film. */
export function planOf(timeline: Timeline): Plan {
  const known = plans.get(timeline) ?? planFilm(timeline);
  plans.set(timeline, known);
  return known;
}

/** The film the open edit makes, as it is shown. */
export const usePlan = (): Plan => useEditor(({ timeline }) => planOf(timeline));

/** The same for what may wait until the hand rests. */
export const useCalmPlan = (): Plan => useCalmEditor(({ timeline }) => planOf(timeline));
