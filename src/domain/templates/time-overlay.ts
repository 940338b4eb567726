import type { TemplateTiming } from '#contract/template.ts';

/** A stretch of a film in nominal seconds. */
export interface SpanS {
  readonly start: number;
  readonly end: number;
}

/**
 * When an overlay of a template is seen in a film of this length, or null where the film is over before it comes.
 *
 * Percents are of the film's length; seconds stay what they are, as far as the film goes.
 */
export function timeOverlay(timing: TemplateTiming, durationS: number): SpanS | null {
  const [start, end] =
    timing.timingMode === 'relative'
      ? [((timing.startPercent ?? 0) * durationS) / 100, ((timing.endPercent ?? 100) * durationS) / 100]
      : [timing.startSeconds ?? 0, Math.min(timing.endSeconds ?? durationS, durationS)];
  return start < end ? { start, end } : null;
}
