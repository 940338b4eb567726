import type { Timeline } from '#contract/timeline.ts';
import { type FrameSpan, joinsOf } from '../timeline/nominal-to-output.ts';
import { mapItems } from './items.ts';
import { openTime, removeTime } from './nominal-time.ts';
import { settleClips } from './settle-clips.ts';

/** What of a clip is trimmed. */
interface ClipTrim {
  readonly id: string;
  readonly edge: 'start' | 'end';
  /** By how much the edge goes to the right in the source; less than 0: to the left. */
  readonly byFrames: number;
  /** How long the source is, at the timeline's rate; null for a picture, which lasts as long as it is shown. */
  readonly sourceFrames: number | null;
}

/**
 * Moves an edge of a clip within its source, and everything after it along. A clip keeps a frame at least, and shows no more
 * than its source has (or than it showed already: its last frame is held).
 */
export function trimClip(timeline: Timeline, { id, edge, byFrames, sourceFrames }: ClipTrim): Timeline {
  const settled = settleClips(timeline);
  const clip = settled.clips.find((one) => one.id === id);
  if (clip === undefined) return timeline;
  const { startFrame, endFrame, sourceStartFrame } = clip;
  const lengthFrames = endFrame - startFrame;
  if (edge === 'start') {
    const isStill = sourceFrames === null || clip.media.kind === 'image';
    const by = Math.min(Math.max(byFrames, isStill ? -Infinity : -sourceStartFrame), lengthFrames - 1);
    if (by === 0) return timeline;
    if (by > 0) return removeTime(settled, { startFrame, endFrame: startFrame + by });
    return mapItems(openTime(settled, startFrame, -by), {
      clip: (one) =>
        one.id === id ? { ...one, startFrame, sourceStartFrame: isStill ? 0 : sourceStartFrame + by } : one,
    });
  }
  const most = sourceFrames === null ? Infinity : Math.max(0, sourceFrames - sourceStartFrame - lengthFrames);
  const by = Math.max(Math.min(byFrames, most), 1 - lengthFrames);
  if (by === 0) return timeline;
  if (by < 0) return endEarlier(settled, { startFrame: endFrame + by, endFrame });
  return mapItems(openTime(settled, endFrame, by), {
    clip: (one) => (one.id === id ? { ...one, endFrame: endFrame + by } : one),
  });
}

/**
 * Takes the end of a clip out. The next picture comes earlier with it: what ended before the transition into that picture began
 * ends before it again, unless it would not be seen at all.
 */
function endEarlier(timeline: Timeline, stretch: FrameSpan): Timeline {
  const shorter = removeTime(timeline, stretch);
  const before = stretch.endFrame - overlapAt(timeline, stretch.endFrame);
  const after = stretch.startFrame - overlapAt(shorter, stretch.startFrame);
  const clear = <Overlay extends FrameSpan>(overlay: Overlay): Overlay => {
    const isCleared = overlay.endFrame <= before && overlay.endFrame > after && overlay.startFrame < after;
    return isCleared ? { ...overlay, endFrame: after } : overlay;
  };
  return removeTime(mapItems(timeline, { text: clear, image: clear }), stretch);
}

function overlapAt({ clips }: Timeline, frame: number): number {
  return joinsOf(clips).find(({ atFrame }) => atFrame === frame)?.overlapFrames ?? 0;
}
