import type { AudioTrack, OverlayAnimation, Timeline, TimelineClip } from '#contract/timeline.ts';
import { type FrameSpan, type Join, joinsOf, nominalToOutput, spanToOutput } from '../timeline/nominal-to-output.ts';
import { filmSpanOf, soundAt } from './film-spans.ts';
import { findItem, type Item } from './items.ts';
import { settleClips } from './settle-clips.ts';

/** Where a thing is cut in two: at a frame of the film, which becomes the first of the later half; that gets a new id. */
export interface Split {
  readonly id: string;
  readonly frame: number;
  readonly newId: string;
}

/**
 * Cuts a clip, text, picture or sound in two, which changes no frame of the film; the edit itself where the frame is not inside
 * the thing, or so near to a transition that the halves would shorten it.
 */
export function splitItem(timeline: Timeline, split: Split): Timeline {
  const cut = cutOf(timeline, split);
  return typeof cut === 'string' ? timeline : cut;
}

/** Whether only a transition keeps a thing from being cut at a frame of the film that is inside it. */
export function isSplitTooNearTransition(timeline: Timeline, split: Split): boolean {
  return cutOf(timeline, split) === 'near a transition';
}

/** The frame of the film nearest to one at which a thing can be cut in two; null: there is none, it is too short. */
export function nearestSplitFrame(timeline: Timeline, split: Split): number | null {
  const found = findItem(settleClips(timeline), split.id);
  if (found === null) return null;
  const { startFrame, endFrame } = filmSpanOf(timeline, found);
  const frames = Array.from({ length: endFrame - startFrame }, (_, index) => startFrame + index);
  const byDistance = frames.toSorted((a, b) => Math.abs(a - split.frame) - Math.abs(b - split.frame));
  return byDistance.find((frame) => typeof cutOf(timeline, { ...split, frame }) !== 'string') ?? null;
}

function cutOf(timeline: Timeline, { id, frame, newId }: Split): Timeline | 'elsewhere' | 'near a transition' {
  const settled = settleClips(timeline);
  const found = findItem(settled, id);
  if (found === null) return 'elsewhere';
  const seen = filmSpanOf(settled, found);
  if (frame <= seen.startFrame || frame >= seen.endFrame) return 'elsewhere';
  const at = nominalCut(settled, found, frame);
  if (at === null) return 'near a transition';
  switch (found.kind) {
    case 'clip': {
      const clips = halved(settled.clips, id, clipHalves(found.item, at, newId));
      return isSameJoins(joinsOf(clips), joinsOf(settled.clips)) ? { ...settled, clips } : 'near a transition';
    }
    case 'text':
      return { ...settled, texts: halved(settled.texts, id, overlayHalves(found.item, at, newId)) };
    case 'image':
      return { ...settled, images: halved(settled.images, id, overlayHalves(found.item, at, newId)) };
    case 'audio':
      return { ...settled, audio: halved(settled.audio, id, soundHalves(settled, found.item, { at, frame, newId })) };
    default:
      return found satisfies never;
  }
}

/** Whether the same clips overlap by as much: a transition is at most half of a neighbour, so a short half would shorten it. */
function isSameJoins(some: readonly Join[], others: readonly Join[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ atFrame, overlapFrames }, place) => {
      const other = others[place];
      return atFrame === other?.atFrame && overlapFrames === other.overlapFrames;
    })
  );
}

/** The nominal frame to cut a thing at so that its halves meet at a frame of the film, each seen as before; null: there is none. */
function nominalCut(timeline: Timeline, found: Item, frame: number): number | null {
  const seen = filmSpanOf(timeline, found);
  const { startFrame } = found.item;
  if (found.kind === 'clip') {
    const at = startFrame + frame - seen.startFrame;
    return at < found.item.endFrame ? at : null;
  }
  if (found.kind === 'audio') return startFrame + frame - seen.startFrame;
  const { endFrame } = found.item;
  const joins = joinsOf(timeline.clips);
  for (let at = startFrame + 1; at < endFrame; at++) {
    if (nominalToOutput(at, joins) !== frame) continue;
    const isFirstKept = spanToOutput({ startFrame, endFrame: at }, joins).endFrame === frame;
    if (isFirstKept && spanToOutput({ startFrame: at, endFrame }, joins).endFrame === seen.endFrame) return at;
  }
  return null;
}

function halved<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  id: string,
  halves: readonly Thing[],
): Thing[] {
  return things.flatMap((thing) => (thing.id === id ? halves : [thing]));
}

function clipHalves(clip: TimelineClip, at: number, newId: string): TimelineClip[] {
  const sourceStartFrame = clip.media.kind === 'image' ? 0 : clip.sourceStartFrame + at - clip.startFrame;
  return [
    { ...clip, endFrame: at, transition: null },
    { ...clip, id: newId, startFrame: at, sourceStartFrame },
  ];
}

/** The earlier half comes as before and the later one goes as before; where they meet, neither moves. */
function overlayHalves<
  Overlay extends FrameSpan & { readonly id: string; readonly animation?: OverlayAnimation | undefined },
>(overlay: Overlay, at: number, newId: string): Overlay[] {
  const { animation } = overlay;
  return [
    { ...overlay, endFrame: at, ...(animation ? { animation: { ...animation, out: 'none' } } : {}) },
    { ...overlay, id: newId, startFrame: at, ...(animation ? { animation: { ...animation, in: 'none' } } : {}) },
  ];
}

/** A voice goes on as it is through a transition, which takes nominal time away: the later half begins where it is heard. */
function soundHalves(
  timeline: Timeline,
  track: AudioTrack,
  { at, frame, newId }: { readonly at: number; readonly frame: number; readonly newId: string },
): AudioTrack[] {
  const lengthFrames = track.endFrame === undefined ? null : track.endFrame - at;
  const asItWas = { ...track, startFrame: at };
  const isHeardThere = filmSpanOf(timeline, { kind: 'audio', item: asItWas }).startFrame === frame;
  return [
    { ...track, endFrame: at, fadeOutFrames: 0 },
    {
      ...(isHeardThere ? asItWas : soundAt(timeline, track, { startFrame: frame, lengthFrames })),
      id: newId,
      sourceStartFrame: track.sourceStartFrame + at - track.startFrame,
      fadeInFrames: 0,
    },
  ];
}
