import type { AudioTrack, ImageOverlay, TextOverlay, Timeline } from '#contract/timeline.ts';
import { outputLengthFrames } from '../timeline/nominal-to-output.ts';
import { filmSpanOf, overlayAt, soundAt } from './film-spans.ts';
import { itemsOf, mapItems } from './items.ts';

/**
 * Moves texts, pictures and sounds together, by frames of the film: each is seen as long as before. Not before the beginning
 * of the film, and not over its end; clips among the ids stay.
 */
export function moveFree(
  timeline: Timeline,
  { ids, byFrames }: { readonly ids: readonly string[]; readonly byFrames: number },
): Timeline {
  const moving = itemsOf(timeline).filter(({ kind, item }) => kind !== 'clip' && ids.includes(item.id));
  const seen = new Map(moving.map((one) => [one.item.id, filmSpanOf(timeline, one)]));
  const spans = [...seen.values()];
  const first = Math.min(...spans.map(({ startFrame }) => startFrame));
  const end = Math.max(...moving.map(({ item }) => endAsked(item, seen.get(item.id)?.endFrame ?? 0)));
  const lengthFrames = outputLengthFrames(timeline) || Infinity;
  const by = Math.max(-first, Math.min(byFrames, Math.max(0, lengthFrames - end)));
  if (moving.length === 0 || by === 0) return timeline;
  const overlay = <Overlay extends TextOverlay | ImageOverlay>(one: Overlay): Overlay => {
    const span = seen.get(one.id);
    return span ? overlayAt(timeline, one, { startFrame: span.startFrame + by, endFrame: span.endFrame + by }) : one;
  };
  const audio = (track: AudioTrack): AudioTrack => {
    const span = seen.get(track.id);
    if (span === undefined) return track;
    const lengthFrames = track.endFrame === undefined ? null : span.endFrame - span.startFrame;
    return soundAt(timeline, track, { startFrame: span.startFrame + by, lengthFrames });
  };
  return mapItems(timeline, { text: overlay, image: overlay, audio });
}

/** What ends with the film may begin later: its last frame is the one it keeps. */
function endAsked(item: { readonly endFrame?: number | undefined; readonly startFrame: number }, end: number): number {
  return item.endFrame === undefined ? item.startFrame + 1 : end;
}
