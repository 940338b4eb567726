import type { Captions } from '#contract/export.ts';
import type { Timeline } from '#contract/timeline.ts';

/** The edit as it is drawn: its captions are part of the picture, or they are not. */
export function drawnTimeline(timeline: Timeline, captions: Captions): Timeline {
  if (captions === 'burned') return timeline;
  return { ...timeline, texts: timeline.texts.filter((text) => text.isCaption !== true) };
}
