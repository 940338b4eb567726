import type { Timeline, TimelineClip } from '#contract/timeline.ts';
import { moveFrom } from './nominal-time.ts';
import { settleClips } from './settle-clips.ts';

/**
 * Puts clips before the one at `index` of those that stay, in their present order; what is laid over a clip goes with it.
 *
 * Gaps stay where they are, between the clips that are not moved.
 */
export function reorderClips(
  timeline: Timeline,
  { ids, index }: { readonly ids: readonly string[]; readonly index: number },
): Timeline {
  const settled = settleClips(timeline);
  const { clips } = settled;
  const moved = clips.filter(({ id }) => ids.includes(id));
  const staying = clips.filter(({ id }) => !ids.includes(id));
  const target = Math.max(0, index);
  const order = staying.toSpliced(target, 0, ...moved);
  if (moved.length === 0 || order.every((clip, place) => clip === clips[place])) return timeline;
  const gaps = gapsBefore(clips, staying);
  const starts = new Map<string, number>();
  let at = 0;
  const layOut = (next: readonly TimelineClip[]): void => {
    for (const clip of next) {
      starts.set(clip.id, at);
      at += clip.endFrame - clip.startFrame;
    }
  };
  for (const [place, clip] of staying.entries()) {
    at += gaps.get(clip.id) ?? 0;
    layOut(place === target ? [...moved, clip] : [clip]);
  }
  if (target >= staying.length) layOut(moved);
  const byOf = (frame: number): number => {
    const under = clips.findLast(({ startFrame }) => startFrame <= frame);
    if (under === undefined || frame >= (clips.at(-1)?.endFrame ?? 0)) return 0;
    return (starts.get(under.id) ?? under.startFrame) - under.startFrame;
  };
  const result = moveFrom(settled, byOf);
  return { ...result, clips: result.clips.toSorted((a, b) => a.startFrame - b.startFrame) };
}

/** The time that is left free before each of the clips that stay, once the others are out. */
function gapsBefore(clips: readonly TimelineClip[], staying: readonly TimelineClip[]): ReadonlyMap<string, number> {
  const gaps = new Map<string, number>();
  let free = 0;
  let end = 0;
  for (const clip of clips) {
    free += clip.startFrame - end;
    end = clip.endFrame;
    if (!staying.includes(clip)) continue;
    gaps.set(clip.id, free);
    free = 0;
  }
  return gaps;
}
