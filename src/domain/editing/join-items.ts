import type { AudioTrack, OverlayAnimation, Timeline, TimelineClip } from '#contract/timeline.ts';
import { filmSpanOf } from './film-spans.ts';
import { findItem, type Item } from './items.ts';
import { patched } from './sharing.ts';
import { settleClips } from './settle-clips.ts';

/** Whether two things are halves of one that meet: joining them shows what was there before they were split. */
export function canJoin(timeline: Timeline, ids: readonly string[]): boolean {
  return ids.length === 2 && joinItems(timeline, { ids }) !== timeline;
}

/** Makes one thing of two halves of one source that meet; it keeps the id of the earlier one. Nothing changes where they are none. */
export function joinItems(timeline: Timeline, { ids }: { readonly ids: readonly string[] }): Timeline {
  const settled = settleClips(timeline);
  const [one, other] = ids.map((id) => findItem(settled, id));
  if (!one || !other || ids.length !== 2) return timeline;
  const [first, last] = one.item.startFrame <= other.item.startFrame ? [one, other] : [other, one];
  if (first === last || !isMet(settled, first, last)) return timeline;
  if (first.kind === 'clip' && last.kind === 'clip') {
    const whole = wholeClip(first.item, last.item);
    return whole ? { ...settled, clips: joined(settled.clips, whole, last.item.id) } : timeline;
  }
  if (first.kind === 'text' && last.kind === 'text') {
    const whole = wholeOverlay(first.item, last.item);
    return whole ? { ...settled, texts: joined(settled.texts, whole, last.item.id) } : timeline;
  }
  if (first.kind === 'image' && last.kind === 'image') {
    const whole = wholeOverlay(first.item, last.item);
    return whole ? { ...settled, images: joined(settled.images, whole, last.item.id) } : timeline;
  }
  if (first.kind === 'audio' && last.kind === 'audio') {
    const whole = wholeSound(first.item, last.item);
    return whole ? { ...settled, audio: joined(settled.audio, whole, last.item.id) } : timeline;
  }
  return timeline;
}

/** Sounds meet where they are heard: a transition between them takes nominal time away. */
function isMet(timeline: Timeline, first: Item, last: Item): boolean {
  if (first.kind !== 'audio' || last.kind !== 'audio') return first.item.endFrame === last.item.startFrame;
  return filmSpanOf(timeline, first).endFrame === filmSpanOf(timeline, last).startFrame;
}

function joined<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  whole: Thing,
  lastId: string,
): Thing[] {
  return things.filter(({ id }) => id !== lastId).map((thing) => (thing.id === whole.id ? whole : thing));
}

function wholeClip(first: TimelineClip, last: TimelineClip): TimelineClip | null {
  const goesOn =
    last.media.kind === 'image' || last.sourceStartFrame === first.sourceStartFrame + first.endFrame - first.startFrame;
  const isCut = first.transition === null || first.transition.type === 'cut' || first.transition.durationFrames === 0;
  if (first.media.sha256 !== last.media.sha256 || !goesOn || !isCut) return null;
  return { ...first, endFrame: last.endFrame, transition: last.transition };
}

function wholeSound(first: AudioTrack, last: AudioTrack): AudioTrack | null {
  if (first.endFrame === undefined) return null;
  const goesOn = last.sourceStartFrame === first.sourceStartFrame + first.endFrame - first.startFrame;
  if (first.media.sha256 !== last.media.sha256 || first.kind !== last.kind || !goesOn) return null;
  const { endFrame: _end, ...rest } = first;
  return {
    ...rest,
    ...(last.endFrame === undefined ? {} : { endFrame: first.endFrame + last.endFrame - last.startFrame }),
    fadeOutFrames: last.fadeOutFrames,
  };
}

function wholeOverlay<
  Overlay extends {
    readonly id: string;
    readonly startFrame: number;
    readonly endFrame: number;
    readonly animation?: OverlayAnimation | undefined;
  },
>(first: Overlay, last: Overlay): Overlay | null {
  const { id, startFrame, animation } = first;
  const same = { id, startFrame, endFrame: last.endFrame };
  const asLast = { ...last, ...same, ...(animation ? { animation } : {}) };
  const asFirst = { ...first, ...same };
  if (patched(asFirst, asLast) !== asFirst || Object.keys(first).length !== Object.keys(last).length) return null;
  if (!animation || !last.animation) return asFirst;
  return { ...asFirst, animation: { ...animation, out: last.animation.out, outFrames: last.animation.outFrames } };
}
