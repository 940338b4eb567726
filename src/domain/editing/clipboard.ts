import type { Timeline, TimelineClip } from '#contract/timeline.ts';
import { placeClips } from '../timeline/nominal-to-output.ts';
import { filmSpanOf, overlayAt, soundAt } from './film-spans.ts';
import { insertClips } from './insert-clip.ts';
import { type Item, itemsOf } from './items.ts';
import { shifted } from './nominal-time.ts';
import { retime } from '../timeline/retime.ts';

/** What was copied: clips end to end, and the rest in frames of the film, counted from the first thing copied. */
export interface Clipboard {
  readonly edit: Timeline;
  /** How far the first clip is from the first thing copied. */
  readonly clipsAfterFrames: number;
  /** How many ids pasting it needs. */
  readonly count: number;
}

/** Copies things; null where none of the ids is there. */
export function copyItems(timeline: Timeline, ids: readonly string[]): Clipboard | null {
  const copied = itemsOf(timeline).filter(({ item }) => ids.includes(item.id));
  if (copied.length === 0) return null;
  const seen = new Map(copied.map((one) => [one.item, filmSpanOf(timeline, one)]));
  const first = Math.min(...[...seen.values()].map(({ startFrame }) => startFrame));
  const inFilm = <Thing extends Item['item']>(thing: Thing): Thing => {
    const span = seen.get(thing);
    if (span === undefined) return thing;
    const startFrame = span.startFrame - first;
    const isOpen = !('endFrame' in thing) || thing.endFrame === undefined;
    return { ...thing, startFrame, ...(isOpen ? {} : { endFrame: span.endFrame - first }) };
  };
  const clips = timeline.clips.filter((clip) => seen.has(clip)).toSorted((a, b) => a.startFrame - b.startFrame);
  const { markers: _markers, ...rest } = timeline;
  return {
    edit: {
      ...rest,
      clips,
      texts: timeline.texts.filter((text) => seen.has(text)).map(inFilm),
      images: timeline.images.filter((image) => seen.has(image)).map(inFilm),
      audio: timeline.audio.filter((track) => seen.has(track)).map(inFilm),
      extra: {},
    },
    clipsAfterFrames: Math.min(...clips.map((clip) => seen.get(clip)?.startFrame ?? 0), Infinity) - first,
    count: copied.length,
  };
}

/**
 * Pastes at a frame of the film: clips at the nearest cut, in a row, and the rest as far from them (or from that frame) as
 * where it was copied.
 *
 * @param paste.newIds `clipboard.count` ids that nothing has: of the clips, texts, pictures and sounds, in this order
 */
export function pasteItems(
  timeline: Timeline,
  paste: { readonly clipboard: Clipboard; readonly frame: number; readonly newIds: readonly string[] },
): Timeline {
  const { clipboard, newIds } = paste;
  const copied = retime(clipboard.edit, timeline.fps);
  const { texts, images, audio } = copied;
  const renamed = <Thing extends { readonly id: string }>(things: readonly Thing[], from: number): Thing[] =>
    things.map((thing, place) => ({ ...thing, id: newIds[from + place] ?? thing.id }));
  const clips = renamed(copied.clips, 0);
  const index = nearestCut(timeline.clips, paste.frame);
  const withClips = insertClips(timeline, { clips, index });
  const firstClip = placeClips(withClips.clips).find(({ clip }) => clip.id === clips[0]?.id);
  const origin = firstClip ? Math.max(0, firstClip.startFrame - clipboard.clipsAfterFrames) : paste.frame;
  let from = clips.length;
  const laid = <Thing extends { readonly id: string }>(
    things: readonly Thing[],
    at: (thing: Thing) => Thing,
  ): Thing[] => {
    const named = renamed(things, from).map(at);
    from += things.length;
    return named;
  };
  const overlaid = <Overlay extends (typeof texts)[number] | (typeof images)[number]>(overlay: Overlay): Overlay =>
    overlayAt(withClips, { ...overlay, startFrame: 0, endFrame: 0 }, shifted(overlay, origin));
  return {
    ...withClips,
    texts: [...withClips.texts, ...laid(texts, overlaid)],
    images: [...withClips.images, ...laid(images, overlaid)],
    audio: [
      ...withClips.audio,
      ...laid(audio, (track) =>
        soundAt(withClips, track, {
          startFrame: track.startFrame + origin,
          lengthFrames: track.endFrame === undefined ? null : track.endFrame - track.startFrame,
        }),
      ),
    ],
  };
}

/** The place in the row of clips whose cut is nearest to a frame of the film. */
function nearestCut(clips: readonly TimelineClip[], frame: number): number {
  const placed = placeClips(clips);
  const cuts = [...placed.map(({ startFrame }) => startFrame), placed.at(-1)?.endFrame ?? 0];
  return cuts.reduce((best, cut, place) => {
    return Math.abs(cut - frame) < Math.abs((cuts[best] ?? 0) - frame) ? place : best;
  }, 0);
}
