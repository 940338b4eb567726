import type { Timeline } from '#contract/timeline.ts';

/** Nominal frames of the picture: what a template's percents are of. */
export function nominalLengthFrames({ clips }: Pick<Timeline, 'clips'>): number {
  return clips.reduce((end, clip) => Math.max(end, clip.endFrame), 0);
}
