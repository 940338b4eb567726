import type { AudioTrack, ImageOverlay, TextOverlay, Timeline, TimelineClip } from '#contract/timeline.ts';
import { mapItems } from './items.ts';
import { type Changes, patched } from './sharing.ts';

/*
 * What a thing on the timeline is, not when: the times have commands of their own, which keep the tracks in order. A value of
 * `undefined` takes an optional one away; a number out of its bounds becomes the nearest within them.
 */

type Timed = 'id' | 'startFrame' | 'endFrame';

/** Changes how loud clips are, or whether they are heard. */
export function setClips(
  timeline: Timeline,
  { ids, changes }: { ids: readonly string[]; changes: Changes<Pick<TimelineClip, 'volume' | 'muted'>> },
): Timeline {
  return mapItems(timeline, { clip: changed(ids, changes) });
}

/** Changes texts: their words, looks, place and how they come and go. */
export function setTexts(
  timeline: Timeline,
  { ids, changes }: { ids: readonly string[]; changes: Changes<Omit<TextOverlay, Timed>> },
): Timeline {
  return mapItems(timeline, { text: changed(ids, changes) });
}

/** Changes pictures that lie over the film. */
export function setImages(
  timeline: Timeline,
  { ids, changes }: { ids: readonly string[]; changes: Changes<Omit<ImageOverlay, Timed>> },
): Timeline {
  return mapItems(timeline, { image: changed(ids, changes) });
}

/** Changes sounds: loudness, fades, where in their source they begin, how much they give way to voices. */
export function setAudio(
  timeline: Timeline,
  { ids, changes }: { ids: readonly string[]; changes: Changes<Omit<AudioTrack, Timed>> },
): Timeline {
  return mapItems(timeline, { audio: changed(ids, changes) });
}

/** As the schema of the timeline has them. */
const BOUNDS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  fontSize: [1, 2000],
  fontWeight: [100, 900],
  lineHeight: [0.5, 4],
  letterSpacing: [-0.5, 2],
  opacity: [0, 1],
  maxWidth: [1, 100_000],
  width: [1, 100_000],
  height: [1, 100_000],
  volume: [0, 4],
  duckDb: [0, 40],
  sourceStartFrame: [0, 10_000_000],
  fadeInFrames: [0, 10_000_000],
  fadeOutFrames: [0, 10_000_000],
};

function changed<Thing extends { readonly id: string }>(
  ids: readonly string[],
  changes: Changes<Omit<Thing, 'id'>>,
): (thing: Thing) => Thing {
  const bounded = Object.fromEntries(
    Object.entries(changes).map(([key, value]) => {
      const [least, most] = BOUNDS[key] ?? [-Infinity, Infinity];
      return [key, typeof value === 'number' ? Math.max(least, Math.min(value, most)) : value];
    }),
  ) as Changes<Thing>;
  return (thing) => (ids.includes(thing.id) ? patched(thing, bounded) : thing);
}
