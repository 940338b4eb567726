import type { AudioTrack, Timeline, TimelineClip } from '#contract/timeline.ts';
import type { FrameSpan } from '../timeline/nominal-to-output.ts';
import { mapItems } from './items.ts';
import { patched } from './sharing.ts';

/*
 * The magnetic track, in nominal time. A nominal frame is a place in a clip, whatever transitions lie before it: so what
 * begins over a picture stays over that picture when time is opened or taken out elsewhere. Music is of the whole film and stays.
 */

/** Opens time: what begins at that frame or later begins so much later. What is under way there goes on. */
export function openTime(timeline: Timeline, atFrame: number, frames: number): Timeline {
  if (frames === 0) return timeline;
  return moveFrom(timeline, (frame) => (frame >= atFrame ? frames : 0));
}

/**
 * Takes a stretch of time out, with the picture in it.
 *
 * What is laid over the picture is gone if it lies in the stretch, else shorter by what it loses; what comes later comes
 * earlier. A voice that began before it is heard to its end, one that begins in it loses its beginning.
 */
export function removeTime(timeline: Timeline, stretch: FrameSpan): Timeline {
  const frames = stretch.endFrame - stretch.startFrame;
  if (frames <= 0) return timeline;
  const shortened = <Overlay extends FrameSpan>(overlay: Overlay): Overlay | null => {
    const span = spanWithout(overlay, stretch);
    return span && patched(overlay, span as Partial<Overlay>);
  };
  return mapItems(timeline, {
    clip: (clip) => clipWithout(clip, stretch),
    text: shortened,
    image: shortened,
    audio: (track) => voiceWithout(track, stretch),
    marker: (marker) => {
      if (marker.frame < stretch.startFrame) return marker;
      return marker.frame < stretch.endFrame ? null : { ...marker, frame: marker.frame - frames };
    },
  });
}

/** Moves everything by what is said of the frame it begins at; music stays. */
export function moveFrom(timeline: Timeline, by: (frame: number) => number): Timeline {
  const moved = <Thing extends FrameSpan>(thing: Thing): Thing => shifted(thing, by(thing.startFrame));
  return mapItems(timeline, {
    clip: moved,
    text: moved,
    image: moved,
    audio: (track) => (track.kind === 'music' ? track : shifted(track, by(track.startFrame))),
    marker: (marker) => patched(marker, { frame: marker.frame + by(marker.frame) }),
  });
}

/** A thing so many frames later. */
export function shifted<Thing extends { readonly startFrame: number; readonly endFrame?: number | undefined }>(
  thing: Thing,
  frames: number,
): Thing {
  if (frames === 0) return thing;
  const { startFrame, endFrame } = thing;
  return {
    ...thing,
    startFrame: startFrame + frames,
    ...(endFrame === undefined ? {} : { endFrame: endFrame + frames }),
  };
}

/** What is left of a stretch of time when another is taken out of it; null: nothing. */
function spanWithout({ startFrame, endFrame }: FrameSpan, stretch: FrameSpan): FrameSpan | null {
  const left = (frame: number): number =>
    frame <= stretch.startFrame ? frame : Math.max(stretch.startFrame, frame - (stretch.endFrame - stretch.startFrame));
  const span = { startFrame: left(startFrame), endFrame: left(endFrame) };
  return span.endFrame > span.startFrame ? span : null;
}

/** A clip of which the stretch takes the beginning, the end, or all. */
function clipWithout(clip: TimelineClip, stretch: FrameSpan): TimelineClip | null {
  const span = spanWithout(clip, stretch);
  if (span === null) return null;
  const lost = Math.min(stretch.endFrame, clip.endFrame) - clip.startFrame;
  const isBeheaded = clip.startFrame >= stretch.startFrame && lost > 0;
  return patched(clip, {
    ...span,
    ...(isBeheaded && clip.media.kind !== 'image' ? { sourceStartFrame: clip.sourceStartFrame + lost } : {}),
  });
}

function voiceWithout(track: AudioTrack, stretch: FrameSpan): AudioTrack | null {
  if (track.kind === 'music' || track.startFrame < stretch.startFrame) return track;
  if (track.startFrame >= stretch.endFrame) return shifted(track, stretch.startFrame - stretch.endFrame);
  const lost = stretch.endFrame - track.startFrame;
  if (track.endFrame !== undefined && track.endFrame <= stretch.endFrame) return null;
  return {
    ...track,
    startFrame: stretch.startFrame,
    sourceStartFrame: track.sourceStartFrame + lost,
    ...(track.endFrame === undefined ? {} : { endFrame: track.endFrame - (stretch.endFrame - stretch.startFrame) }),
  };
}
