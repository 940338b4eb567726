import type { TransitionType } from '#contract/scene.ts';
import type { Timeline } from '#contract/timeline.ts';
import { mapItems } from './items.ts';
import { settleClips } from './settle-clips.ts';

/** How long the transition from a clip to the next may be: half of the shorter one; 0 where none follows it at once. */
export function longestTransition(timeline: Pick<Timeline, 'clips'>, id: string): number {
  const clips = timeline.clips.toSorted((a, b) => a.startFrame - b.startFrame);
  const place = clips.findIndex((clip) => clip.id === id);
  const [clip, next] = [clips[place], clips[place + 1]];
  if (clip === undefined || next === undefined || next.startFrame !== clip.endFrame) return 0;
  return Math.floor(Math.min(clip.endFrame - clip.startFrame, next.endFrame - next.startFrame) / 2);
}

/** Sets how clips go over into the next one; a `cut`, or a length of nothing, is no transition. Those that none follows stay. */
export function setTransition(
  timeline: Timeline,
  change: { readonly ids: readonly string[]; readonly type: TransitionType; readonly durationFrames: number },
): Timeline {
  const settled = settleClips(timeline);
  const changed = mapItems(settled, {
    clip: (clip) => {
      if (!change.ids.includes(clip.id)) return clip;
      const durationFrames = Math.min(change.durationFrames, longestTransition(settled, clip.id));
      if (change.type === 'cut' || change.durationFrames <= 0) {
        return clip.transition === null ? clip : { ...clip, transition: null };
      }
      if (durationFrames <= 0) return clip;
      const isSame = clip.transition?.type === change.type && clip.transition.durationFrames === durationFrames;
      return isSame ? clip : { ...clip, transition: { type: change.type, durationFrames } };
    },
  });
  return changed === settled ? timeline : changed;
}
