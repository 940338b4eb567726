import type { AudioTrack, ImageOverlay, TextOverlay, Timeline, TimelineClip } from '#contract/timeline.ts';
import { filmSpanOf } from '#domain/editing/film-spans.ts';
import type { Item } from '#domain/editing/items.ts';
import {
  joinsOf,
  outputLengthFrames,
  type PlacedClip,
  placeClips,
  spanToOutput,
} from '#domain/timeline/nominal-to-output.ts';
import { packLanes } from './pack-lanes.ts';

/** The tracks, from top to bottom. */
export const TRACKS = ['text', 'image', 'clip', 'audio'] as const;
export type Track = (typeof TRACKS)[number];

/** A thing of the timeline where it is drawn, in frames of the film. */
export interface Laid<Thing> {
  readonly id: string;
  readonly thing: Thing;
  readonly startFrame: number;
  /** Where it is drawn to: a clip to where the next one comes. */
  readonly endFrame: number;
  readonly lane: number;
}

/** A clip where it is drawn; in its transition it lies under the next one. */
export interface LaidClip extends Laid<TimelineClip> {
  readonly transition: PlacedClip['transition'];
  /** The clip after it begins where it ends, so that there may be a transition. */
  readonly hasNext: boolean;
}

/** Everything of an edit where it is drawn. */
export interface TimelineLayout {
  readonly text: readonly Laid<TextOverlay>[];
  readonly image: readonly Laid<ImageOverlay>[];
  readonly clip: readonly LaidClip[];
  readonly audio: readonly Laid<AudioTrack>[];
  /** How many lanes each track has. */
  readonly lanes: Readonly<Record<Track, number>>;
  readonly lengthFrames: number;
}

const layouts = new WeakMap<Timeline, TimelineLayout>(); // many ask of the same edit

/** Where everything of an edit is drawn. */
export function layoutOf(timeline: Timeline): TimelineLayout {
  const known = layouts.get(timeline) ?? layOut(timeline);
  layouts.set(timeline, known);
  return known;
}

/** The things of a track, as they follow one another. */
export const laidOn = (layout: TimelineLayout, track: Track): readonly Laid<Item['item']>[] => layout[track];

/** The thing of an id and the track it lies on; null where there is none. */
export function findLaid(
  layout: TimelineLayout,
  id: string,
): { readonly track: Track; readonly laid: Laid<Item['item']> } | null {
  for (const track of TRACKS) {
    const laid = laidOn(layout, track).find((one) => one.id === id);
    if (laid) return { track, laid };
  }
  return null;
}

function layOut(timeline: Timeline): TimelineLayout {
  const { clips, texts, images, audio } = timeline;
  const overlays = <Thing extends TextOverlay | ImageOverlay>(things: readonly Thing[]) =>
    inLanes(things.map((thing) => ({ thing, ...spanToOutput(thing, joinsOf(clips)) })));
  const sounds = () => audio.map((item) => ({ thing: item, ...filmSpanOf(timeline, { kind: 'audio', item }) }));
  const text = asItLay(texts, clips, () => overlays(texts));
  const image = asItLay(images, clips, () => overlays(images));
  const sound = asItLay(audio, clips, () => inLanes(sounds()));
  return {
    text: text.laid,
    image: image.laid,
    clip: asItLay(clips, clips, () => laidClips(clips)),
    audio: sound.laid,
    lanes: { text: text.count, image: image.count, clip: 1, audio: sound.count },
    lengthFrames: outputLengthFrames(timeline),
  };
}

const lay = new WeakMap<object, { readonly clips: object; readonly answer: unknown }>();

/** An edit shares with the one before it what did not change: a track that lies as it lay is the same list, and not drawn again. */
function asItLay<Answer>(things: readonly object[], clips: readonly object[], find: () => Answer): Answer {
  const known = lay.get(things);
  if (known?.clips === clips) return known.answer as Answer;
  const answer = find();
  lay.set(things, { clips, answer });
  return answer;
}

function laidClips(clips: readonly TimelineClip[]): readonly LaidClip[] {
  const placed = placeClips(clips);
  return placed.map((one, place): LaidClip => {
    const next = placed[place + 1];
    return {
      id: one.clip.id,
      thing: one.clip,
      startFrame: one.startFrame,
      endFrame: one.transition?.startFrame ?? one.endFrame,
      lane: 0,
      transition: one.transition,
      hasNext: next !== undefined && next.startFrame <= one.endFrame,
    };
  });
}

function inLanes<Thing extends { readonly id: string }>(
  spans: readonly { readonly thing: Thing; readonly startFrame: number; readonly endFrame: number }[],
): { readonly laid: readonly Laid<Thing>[]; readonly count: number } {
  const { lanes, count } = packLanes(spans);
  const laid = spans.map((span, place) => ({ ...span, id: span.thing.id, lane: lanes[place] ?? 0 }));
  return { laid: laid.toSorted((a, b) => a.startFrame - b.startFrame || a.lane - b.lane), count: Math.max(1, count) };
}
