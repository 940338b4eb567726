import type { AudioTrack, Timeline } from '#contract/timeline.ts';
import { outputLengthFrames } from '../timeline/nominal-to-output.ts';
import { filmSpanOf, overlayAt, soundAt } from './film-spans.ts';
import { findItem, mapItems } from './items.ts';

/** What of a text, picture or sound is trimmed. */
interface FreeTrim {
  readonly id: string;
  readonly edge: 'start' | 'end';
  /** The frame of the film the edge goes to; an end is exclusive. */
  readonly toFrame: number;
  /** How long a sound's source is, at the timeline's rate; null where it has no end. */
  readonly sourceFrames?: number | null;
}

/**
 * Moves an edge of a text, picture or sound to a frame of the film; the other edge stays where it is seen. A frame at least is
 * left, and nothing reaches over the film's end that did not before; a sound is heard at each moment as before.
 */
export function trimFree(timeline: Timeline, { id, edge, toFrame, sourceFrames = null }: FreeTrim): Timeline {
  const found = findItem(timeline, id);
  if (found === null || found.kind === 'clip') return timeline;
  const seen = filmSpanOf(timeline, found);
  const filmEnd = outputLengthFrames(timeline) || Infinity;
  const startFrame = edge === 'start' ? clamp(toFrame, 0, seen.endFrame - 1) : seen.startFrame;
  const endFrame =
    edge === 'end' ? clamp(toFrame, seen.startFrame + 1, Math.max(seen.endFrame, filmEnd)) : seen.endFrame;
  if (found.kind === 'audio') {
    const change = edge === 'start' ? { by: startFrame - seen.startFrame } : { endFrame, filmEnd };
    return mapItems(timeline, {
      audio: (track) => (track.id === id ? trimmedSound(timeline, track, change, sourceFrames) : track),
    });
  }
  const overlay = { id, span: { startFrame, endFrame } };
  return mapItems(timeline, {
    text: (text) => (text.id === overlay.id ? overlayAt(timeline, text, overlay.span) : text),
    image: (image) => (image.id === overlay.id ? overlayAt(timeline, image, overlay.span) : image),
  });
}

function trimmedSound(
  timeline: Timeline,
  track: AudioTrack,
  change: { readonly by: number } | { readonly endFrame: number; readonly filmEnd: number },
  sourceFrames: number | null,
): AudioTrack {
  const seen = filmSpanOf(timeline, { kind: 'audio', item: track });
  const length = seen.endFrame - seen.startFrame;
  if ('by' in change) {
    const by = Math.max(change.by, -track.sourceStartFrame);
    if (by === 0) return track;
    const lengthFrames = track.endFrame === undefined ? null : length - by;
    return {
      ...soundAt(timeline, track, { startFrame: seen.startFrame + by, lengthFrames }),
      sourceStartFrame: track.sourceStartFrame + by,
    };
  }
  const left = sourceFrames === null ? Infinity : sourceFrames - track.sourceStartFrame;
  const lengthFrames = Math.min(change.endFrame - seen.startFrame, Math.max(left, length));
  const isToTheEnd = track.kind === 'music' && seen.startFrame + lengthFrames >= change.filmEnd;
  if (track.endFrame === undefined ? isToTheEnd || lengthFrames === length : lengthFrames === length) return track;
  return soundAt(timeline, track, { startFrame: seen.startFrame, lengthFrames: isToTheEnd ? null : lengthFrames });
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
