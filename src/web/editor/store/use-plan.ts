import type { Timeline } from '#contract/timeline.ts';
import { type Plan, planFilm } from '#domain/timeline/plan-film.ts';
import { useEditor } from './editor-store.ts';

let last: { readonly timeline: Timeline; readonly plan: Plan } | null = null; // one edit is open, and many ask

/** The film an edit makes: shots, transitions and overlays in frames of the film. */
export function planOf(timeline: Timeline): Plan {
  if (last?.timeline !== timeline) last = { timeline, plan: planFilm(timeline) };
  return last.plan;
}

/** The film the open edit makes, as it is shown. */
export const usePlan = (): Plan => useEditor(({ timeline }) => planOf(timeline));
