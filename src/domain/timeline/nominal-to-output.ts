import type { TransitionType } from '#contract/scene.ts';
import type { Timeline, TimelineClip } from '#contract/timeline.ts';

/*
 * The one place that turns nominal frames (as if no transition overlapped) into frames of the film.
 * Example at 30 fps: A 0-180, B 180-360 with a fade of 15: a film of 345 frames, a text at 210-270 is seen at 195-255.
 */

/** A stretch of frames; `endFrame` is exclusive. */
export interface FrameSpan {
  readonly startFrame: number;
  readonly endFrame: number;
}

/** Where two clips meet and how many frames of the film that saves. */
export interface Join {
  /** Nominal start of the later clip. */
  readonly atFrame: number;
  readonly overlapFrames: number;
}

/** A clip in the frames of the film. `transition` is its outgoing one; in it, the next clip is seen as well. */
export interface PlacedClip extends FrameSpan {
  readonly clip: TimelineClip;
  readonly transition: (FrameSpan & { readonly type: TransitionType }) | null;
}

const joinsKnown = new WeakMap<readonly TimelineClip[], readonly Join[]>(); // a change of the clips is another list of them

/** The joins of a picture track that overlap, in order of time. */
export function joinsOf(clips: readonly TimelineClip[]): readonly Join[] {
  const known = joinsKnown.get(clips) ?? findJoins(clips);
  joinsKnown.set(clips, known);
  return known;
}

function findJoins(clips: readonly TimelineClip[]): readonly Join[] {
  const ordered = inOrder(clips);
  return ordered.flatMap((clip, place) => {
    const next = ordered[place + 1];
    if (next === undefined || next.startFrame !== clip.endFrame) return [];
    const overlapFrames = transitionFrames(clip, next);
    return overlapFrames > 0 ? [{ atFrame: next.startFrame, overlapFrames }] : [];
  });
}

/** The frame of the film at which a nominal moment comes: the overlaps of the joins at or before it are gone. */
export function nominalToOutput(frame: number, joins: readonly Join[]): number {
  return joins.reduce((output, join) => (join.atFrame <= frame ? output - join.overlapFrames : output), frame);
}

/**
 * The frames of the film in which something laid over the picture is seen.
 *
 * A join at its very end takes nothing from it. What lies across a join loses that overlap, but never more than half of its length,
 * so that a short text over a cut does not vanish.
 */
export function spanToOutput(span: FrameSpan, joins: readonly Join[]): FrameSpan {
  const startFrame = nominalToOutput(span.startFrame, joins);
  const endFrame = nominalToOutput(span.endFrame - 1, joins) + 1;
  const leastFrames = Math.ceil((span.endFrame - span.startFrame) / 2);
  return { startFrame, endFrame: Math.max(endFrame, startFrame + leastFrames) };
}

const placedKnown = new WeakMap<readonly TimelineClip[], readonly PlacedClip[]>(); // one change of an edit asks for it six times

/**
 * Clips in the frames of the film, in order of time.
 *
 * Clips that overlap on the wire already are not overlapped again: the transition runs from the later one's start, and the earlier
 * clip ends with it. Between two neighbours that leave a gap there is no transition.
 */
export function placeClips(clips: readonly TimelineClip[]): readonly PlacedClip[] {
  const known = placedKnown.get(clips) ?? findPlaces(clips);
  placedKnown.set(clips, known);
  return known;
}

function findPlaces(clips: readonly TimelineClip[]): readonly PlacedClip[] {
  const joins = joinsOf(clips);
  const ordered = inOrder(clips);
  return ordered.map((clip, place) => {
    const startFrame = nominalToOutput(clip.startFrame, joins);
    const endFrame = startFrame + clip.endFrame - clip.startFrame;
    const next = ordered[place + 1];
    if (next === undefined) return { clip, startFrame, endFrame, transition: null };
    const nextStart = nominalToOutput(next.startFrame, joins);
    if (nextStart > endFrame) return { clip, startFrame, endFrame, transition: null };
    const frames = Math.min(endFrame - nextStart, transitionFrames(clip, next));
    const end = nextStart + frames;
    if (frames === 0 || clip.transition === null) return { clip, startFrame, endFrame: end, transition: null };
    return {
      clip,
      startFrame,
      endFrame: end,
      transition: { type: clip.transition.type, startFrame: nextStart, endFrame: end },
    };
  });
}

/** Frames of the finished film: its clips and gaps without the overlaps. */
export function outputLengthFrames(timeline: Pick<Timeline, 'clips'>): number {
  return placeClips(timeline.clips).reduce((length, clip) => Math.max(length, clip.endFrame), 0);
}

/** The frames of a join's transition, clamped to half of the shorter neighbour. */
function transitionFrames(clip: TimelineClip, next: TimelineClip): number {
  if (clip.transition === null || clip.transition.type === 'cut') return 0;
  const shorter = Math.min(clip.endFrame - clip.startFrame, next.endFrame - next.startFrame);
  return Math.min(clip.transition.durationFrames, Math.floor(shorter / 2));
}

function inOrder(clips: readonly TimelineClip[]): readonly TimelineClip[] {
  return clips.toSorted((a, b) => a.startFrame - b.startFrame);
}
