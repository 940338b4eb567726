import type { MediaRef, Timeline, TimelineClip } from '#contract/timeline.ts';
import { openTime } from './nominal-time.ts';
import { settleClips } from './settle-clips.ts';

/** A clip that is not on the timeline yet. */
interface NewClip {
  readonly id: string;
  readonly media: MediaRef;
  readonly lengthFrames: number;
  readonly sourceStartFrame?: number;
  readonly sceneId?: string | undefined;
}

/** Puts a clip before the clip at that index, or at the end; everything from there on comes later. */
export function insertClip(timeline: Timeline, { clip, index }: { clip: NewClip; index: number }): Timeline {
  const { lengthFrames, sceneId, sourceStartFrame = 0 } = clip;
  const whole: TimelineClip = {
    id: clip.id,
    ...(sceneId === undefined ? {} : { sceneId }),
    media: clip.media,
    startFrame: 0,
    endFrame: Math.max(1, lengthFrames),
    sourceStartFrame,
    volume: 1,
    muted: false,
    transition: null,
  };
  return insertClips(timeline, { clips: [whole], index });
}

/** Puts whole clips, one after the other, before the clip at that index, or at the end. */
export function insertClips(
  timeline: Timeline,
  { clips, index }: { clips: readonly TimelineClip[]; index: number },
): Timeline {
  if (clips.length === 0) return timeline;
  const settled = settleClips(timeline);
  const place = Math.max(0, Math.min(index, settled.clips.length));
  let at = settled.clips[place]?.startFrame ?? settled.clips.at(-1)?.endFrame ?? 0;
  const lengthFrames = clips.reduce((sum, clip) => sum + clip.endFrame - clip.startFrame, 0);
  const opened = place < settled.clips.length ? openTime(settled, at, lengthFrames) : settled;
  const placed = clips.map((clip) => {
    const startFrame = at;
    at += clip.endFrame - clip.startFrame;
    return { ...clip, startFrame, endFrame: at };
  });
  return { ...opened, clips: opened.clips.toSpliced(place, 0, ...placed) };
}
