import type { Timeline } from '#contract/timeline.ts';
import { joinsOf, nominalToOutput } from '../timeline/nominal-to-output.ts';
import { removeTime } from './nominal-time.ts';
import { settleClips } from './settle-clips.ts';

/** A stretch of black before a clip, in frames of the film. */
export interface Gap {
  readonly startFrame: number;
  readonly endFrame: number;
  /** The clip after it. */
  readonly beforeId: string;
}

/** The gaps of the picture track, in order of time. */
export function gapsOf(timeline: Pick<Timeline, 'clips'>): readonly Gap[] {
  const joins = joinsOf(timeline.clips);
  let end = 0;
  return timeline.clips
    .toSorted((a, b) => a.startFrame - b.startFrame)
    .flatMap(({ id, startFrame, endFrame }) => {
      const from = end;
      end = Math.max(end, endFrame);
      if (startFrame <= from) return [];
      const last = nominalToOutput(startFrame, joins);
      return [{ startFrame: last - (startFrame - from), endFrame: last, beforeId: id }];
    });
}

/** Takes the gap before a clip out; what comes later comes earlier. */
export function closeGap(timeline: Timeline, { beforeId }: { readonly beforeId: string }): Timeline {
  const settled = settleClips(timeline);
  const place = settled.clips.findIndex(({ id }) => id === beforeId);
  const clip = settled.clips[place];
  if (clip === undefined) return timeline;
  const startFrame = settled.clips[place - 1]?.endFrame ?? 0;
  if (startFrame === clip.startFrame) return timeline;
  return removeTime(settled, { startFrame, endFrame: clip.startFrame });
}
