import type { AudioTrack, ImageOverlay, TextOverlay, Timeline } from '#contract/timeline.ts';
import {
  type FrameSpan,
  joinsOf,
  nominalToOutput,
  outputLengthFrames,
  placeClips,
  spanToOutput,
} from '../timeline/nominal-to-output.ts';
import { outputToNominal, spanToNominal } from '../timeline/output-to-nominal.ts';
import type { Item } from './items.ts';

/** The frames of the film in which a thing of the timeline is seen or heard. A clip's reach to the end of its outgoing transition. */
export function filmSpanOf(timeline: Timeline, { kind, item }: Item): FrameSpan {
  if (kind === 'clip') {
    const placed = placeClips(timeline.clips).find(({ clip }) => clip.id === item.id);
    return placed ?? { startFrame: item.startFrame, endFrame: item.endFrame };
  }
  return kind === 'audio' ? soundSpan(timeline, item) : spanToOutput(item, joinsOf(timeline.clips));
}

/** A text or picture so timed that it is seen in just these frames of the film. */
export function overlayAt<Overlay extends TextOverlay | ImageOverlay>(
  timeline: Pick<Timeline, 'clips'>,
  overlay: Overlay,
  seen: FrameSpan,
): Overlay {
  const joins = joinsOf(timeline.clips);
  const now = spanToOutput(overlay, joins);
  if (now.startFrame === seen.startFrame && now.endFrame === seen.endFrame) return overlay;
  const { startFrame, endFrame } = spanToNominal(seen, joins);
  return { ...overlay, startFrame, endFrame };
}

/** A sound so timed that it is heard from this frame of the film, for so long; null: to the end of the film. */
export function soundAt(
  timeline: Pick<Timeline, 'clips'>,
  track: AudioTrack,
  { startFrame, lengthFrames }: { readonly startFrame: number; readonly lengthFrames: number | null },
): AudioTrack {
  const start = track.kind === 'music' ? startFrame : outputToNominal(startFrame, joinsOf(timeline.clips));
  const { endFrame: _end, ...rest } = track;
  return { ...rest, startFrame: start, ...(lengthFrames === null ? {} : { endFrame: start + lengthFrames }) };
}

/** Voice moves with the picture through the overlaps; music is of the film as a whole. */
function soundSpan(timeline: Timeline, track: AudioTrack): FrameSpan {
  const startFrame =
    track.kind === 'music' ? track.startFrame : nominalToOutput(track.startFrame, joinsOf(timeline.clips));
  const endFrame =
    track.endFrame === undefined
      ? Math.max(outputLengthFrames(timeline), startFrame)
      : startFrame + track.endFrame - track.startFrame;
  return { startFrame, endFrame };
}
