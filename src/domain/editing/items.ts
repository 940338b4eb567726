import type { AudioTrack, ImageOverlay, Marker, TextOverlay, Timeline, TimelineClip } from '#contract/timeline.ts';
import { mapShared, patched } from './sharing.ts';

/** One thing on the timeline, and which track it lies on. */
export type Item =
  | { readonly kind: 'clip'; readonly item: TimelineClip }
  | { readonly kind: 'text'; readonly item: TextOverlay }
  | { readonly kind: 'image'; readonly item: ImageOverlay }
  | { readonly kind: 'audio'; readonly item: AudioTrack };

/** The thing of this id, null where there is none (any more). */
export function findItem(timeline: Timeline, id: string): Item | null {
  return itemsOf(timeline).find(({ item }) => item.id === id) ?? null;
}

/** Everything on the timeline: clips, texts, images, sounds. */
export function itemsOf(timeline: Timeline): readonly Item[] {
  return [
    ...timeline.clips.map((item) => ({ kind: 'clip' as const, item })),
    ...timeline.texts.map((item) => ({ kind: 'text' as const, item })),
    ...timeline.images.map((item) => ({ kind: 'image' as const, item })),
    ...timeline.audio.map((item) => ({ kind: 'audio' as const, item })),
  ];
}

/** What becomes of the things of each track; null takes one away, a track left out stays. */
interface ItemChanges {
  readonly clip?: (clip: TimelineClip) => TimelineClip | null;
  readonly text?: (text: TextOverlay) => TextOverlay | null;
  readonly image?: (image: ImageOverlay) => ImageOverlay | null;
  readonly audio?: (track: AudioTrack) => AudioTrack | null;
  readonly marker?: (marker: Marker) => Marker | null;
}

const same = <Thing>(thing: Thing): Thing => thing;

/** A timeline in which the things of some tracks are changed or gone: itself where none is. */
export function mapItems(timeline: Timeline, { clip, text, image, audio, marker }: ItemChanges): Timeline {
  const markers = mapShared(timeline.markers ?? [], marker ?? same) as Marker[];
  return patched(timeline, {
    clips: mapShared(timeline.clips, clip ?? same) as TimelineClip[],
    texts: mapShared(timeline.texts, text ?? same) as TextOverlay[],
    images: mapShared(timeline.images, image ?? same) as ImageOverlay[],
    audio: mapShared(timeline.audio, audio ?? same) as AudioTrack[],
    markers: markers.length > 0 ? markers : undefined,
  });
}
