import type { AudioTrack, ImageOverlay, TextOverlay, Timeline } from '#contract/timeline.ts';
import type { FrameSpan } from '../timeline/nominal-to-output.ts';
import { overlayAt, soundAt } from './film-spans.ts';

type Unplaced<Thing> = Omit<Thing, 'startFrame' | 'endFrame'>;

/** Lays words over the film, in just these frames of it, above what is there. */
export function addText(
  timeline: Timeline,
  { text, seen }: { readonly text: Unplaced<TextOverlay>; readonly seen: FrameSpan },
): Timeline {
  return { ...timeline, texts: [...timeline.texts, overlayAt(timeline, { ...text, ...UNSEEN }, seen)] };
}

/** Lays a picture over the film, in just these frames of it, above the other pictures. */
export function addImage(
  timeline: Timeline,
  { image, seen }: { readonly image: Unplaced<ImageOverlay>; readonly seen: FrameSpan },
): Timeline {
  return { ...timeline, images: [...timeline.images, overlayAt(timeline, { ...image, ...UNSEEN }, seen)] };
}

/** Adds a sound that is heard from a frame of the film on, for so long; null: to the end of the film. */
export function addAudio(
  timeline: Timeline,
  added: { readonly track: Unplaced<AudioTrack>; readonly startFrame: number; readonly lengthFrames: number | null },
): Timeline {
  const track = soundAt(timeline, { ...added.track, startFrame: 0 }, added);
  return { ...timeline, audio: [...timeline.audio, track] };
}

/** No frame at all: what is added is placed anew, wherever it goes. */
const UNSEEN: FrameSpan = { startFrame: 0, endFrame: 0 };
