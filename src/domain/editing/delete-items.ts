import type { Timeline } from '#contract/timeline.ts';
import { mapItems } from './items.ts';
import { liftClips } from './lift-clips.ts';
import { removeTime } from './nominal-time.ts';
import { settleClips } from './settle-clips.ts';

/**
 * Takes things away. `ripple` closes the place of a clip, and what lay over it goes with it; `lift` leaves it black, and
 * everything else stays when it is seen and heard.
 */
export function deleteItems(
  timeline: Timeline,
  { ids, mode }: { readonly ids: readonly string[]; readonly mode: 'ripple' | 'lift' },
): Timeline {
  const gone = new Set(ids);
  const isGone = <Thing extends { readonly id: string }>(thing: Thing): Thing | null =>
    gone.has(thing.id) ? null : thing;
  const hasClips = timeline.clips.some(({ id }) => gone.has(id));
  const rest = mapItems(hasClips ? settleClips(timeline) : timeline, { text: isGone, image: isGone, audio: isGone });
  if (mode === 'lift') return liftClips(rest, gone);
  const stretches = rest.clips.filter(({ id }) => gone.has(id)).toReversed();
  return stretches.reduce(removeTime, mapItems(rest, { clip: isGone }));
}
