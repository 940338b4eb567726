import type { Timeline } from '#contract/timeline.ts';
import { mapItems } from './items.ts';
import { removeTime } from './nominal-time.ts';
import { settleClips } from './settle-clips.ts';

/**
 * Takes things away. `ripple` closes the place of a clip, and what lay over it goes with it; `lift` leaves it black, and what
 * lies over it stays.
 */
export function deleteItems(
  timeline: Timeline,
  { ids, mode }: { readonly ids: readonly string[]; readonly mode: 'ripple' | 'lift' },
): Timeline {
  const gone = new Set(ids);
  const isGone = <Thing extends { readonly id: string }>(thing: Thing): Thing | null =>
    gone.has(thing.id) ? null : thing;
  const hasClips = timeline.clips.some(({ id }) => gone.has(id));
  const start = hasClips ? settleClips(timeline) : timeline;
  const stretches = mode === 'ripple' ? start.clips.filter(({ id }) => gone.has(id)).toReversed() : [];
  const rest = mapItems(start, { clip: isGone, text: isGone, image: isGone, audio: isGone });
  return stretches.reduce(removeTime, rest);
}
