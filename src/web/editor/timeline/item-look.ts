import type { FrameSpan } from '#domain/timeline/nominal-to-output.ts';
import { isInSight, wasInSight } from './in-sight.ts';
import { type ItemRoom, roomIn } from './item-room.ts';
import { COARSE_PX } from './time-scale.ts';
import type { TimelineView } from './timeline-view.ts';

/** How a thing of a track looks in a view of it. */
interface ItemLook {
  readonly isInSight: boolean;
  /** It may reach out to the left of what is seen. */
  readonly isCut: boolean;
  readonly room: ItemRoom;
}

const MOST_SCROLLED_PX = 2 * COARSE_PX; // from the start of what is drawn to the start of what is seen

const looksIn = (room: ItemRoom) => ({
  unseen: { isInSight: false, isCut: false, room },
  seen: { isInSight: true, isCut: false, room },
  cut: { isInSight: true, isCut: true, room },
});
const LOOKS: Readonly<Record<ItemRoom, Readonly<Record<'unseen' | 'seen' | 'cut', ItemLook>>>> = {
  nothing: looksIn('nothing'),
  edges: looksIn('edges'),
  grips: looksIn('grips'),
  name: looksIn('name'),
};

/**
 * The looks of the things of a track, in their order. The answer is the same list until something looks otherwise: a row is
 * drawn anew only then, and not at every notch of a wheel.
 */
export function looksOf(things: readonly FrameSpan[]): (view: TimelineView) => readonly ItemLook[] {
  let looks: readonly ItemLook[] = [];
  let known: TimelineView | null = null;
  return (view) => {
    if (known && isSameSight(known, view)) return looks;
    known = view;
    const next = things.map((thing) => lookOf(thing, view));
    if (next.some((look, place) => look !== looks[place])) looks = next;
    return looks;
  };
}

const isSameSight = (one: TimelineView, other: TimelineView): boolean =>
  one.scale === other.scale &&
  one.restingScale === other.restingScale &&
  one.window === other.window &&
  one.restedWindow === other.restedWindow;

function lookOf(span: FrameSpan, view: TimelineView): ItemLook {
  const { scale, restingScale, window } = view;
  const widthPx = (span.endFrame - span.startFrame) * Math.min(scale, restingScale);
  const looks = LOOKS[wasInSight(span, view) ? roomIn(widthPx) : 'nothing'];
  if (!isInSight(span, view)) return looks.unseen;
  const isCut = looks === LOOKS.name && span.startFrame * scale < window.fromPx + MOST_SCROLLED_PX;
  return isCut ? looks.cut : looks.seen;
}
