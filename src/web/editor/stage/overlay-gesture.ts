import { boxOf, type Overlay, overlayInBox } from './overlay-in-box.ts';
import { type Handle, resizedBox, sizedBox } from './resize-box.ts';
import { type Meeting, type Snap, type SnapLines, snapOf } from './snap-sides.ts';
import { turnedTo } from './turn-box.ts';
import { type Point, sidesAround, sidesOf, type TurnedBox } from './turned-box.ts';

/** An overlay as it was when it was taken hold of. */
export interface Held {
  readonly overlay: Overlay;
  readonly size: { readonly width: number; readonly height: number };
}

/** Where overlays are taken hold of. */
export type Grip =
  | { readonly kind: 'move' }
  | { readonly kind: 'turn' }
  | { readonly kind: 'resize'; readonly handle: Handle };

/** Where the pointer took hold and where it is, and which keys are down. */
interface Pull {
  readonly from: Point;
  readonly to: Point;
  /** Keeps the ratio, one way, or steps of 15 degrees. */
  readonly isStrict: boolean;
  /** Meets no lines. */
  readonly isFree: boolean;
}

/** What lines there are to meet, and from how far. */
interface Snapping {
  readonly lines: SnapLines;
  readonly withinPx: number;
}

/** What a pull makes of overlays, and which lines they meet. */
export interface Pulled {
  readonly overlays: readonly Overlay[];
  readonly guides: Snap['guides'];
}

const NO_GUIDES = { x: null, y: null };

/** Moves, resizes or turns what is held as the pointer goes; only one overlay is resized or turned at a time. */
export function pulledOverlays(held: readonly Held[], grip: Grip, pull: Pull, snapping: Snapping): Pulled {
  if (grip.kind === 'move') return moved(held, pull, snapping);
  const [one] = held;
  if (one === undefined) return { overlays: [], guides: NO_GUIDES };
  return grip.kind === 'turn' ? turned(one, pull) : resized(one, grip.handle, pull, snapping);
}

/** Whether an overlay keeps its ratio when it is pulled there: words always do at a corner, at a side they break anew. */
export function keepsRatio(overlay: Overlay, handle: Handle, isStrict: boolean): boolean {
  if ('text' in overlay) return handle.down !== 0;
  return overlay.maintainAspectRatio || isStrict;
}

function moved(held: readonly Held[], { from, to, isStrict, isFree }: Pull, { lines, withinPx }: Snapping): Pulled {
  const boxes = held.map(({ overlay, size }) => boxOf(overlay, size));
  const way = { x: to.x - from.x, y: to.y - from.y };
  const isAcross = Math.abs(way.x) >= Math.abs(way.y);
  const by = isStrict ? { x: isAcross ? way.x : 0, y: isAcross ? 0 : way.y } : way;
  const there = boxes.map((box) => ({ ...box, x: box.x + by.x, y: box.y + by.y }));
  const sides = sidesAround(there);
  const meeting: Meeting = {
    x: isStrict && !isAcross ? [] : ['middle', 'left', 'right'],
    y: isStrict && isAcross ? [] : ['middle', 'top', 'bottom'],
  };
  const { shift, guides } = isFree || !sides ? noSnap : snapOf(sides, lines, withinPx, meeting);
  const overlays = held.map(({ overlay, size }, place) => {
    const box = there[place] ?? boxOf(overlay, size);
    return overlayInBox(overlay, size, { ...box, x: box.x + shift.x, y: box.y + shift.y });
  });
  return { overlays, guides };
}

function turned({ overlay, size }: Held, { from, to, isStrict, isFree }: Pull): Pulled {
  const box = boxOf(overlay, size);
  const by = isStrict ? 'steps' : isFree ? 'free' : 'snaps';
  const rotation = turnedTo({ rotation: box.rotation, middle: box, from, to, by });
  return { overlays: [overlayInBox(overlay, size, { ...box, rotation })], guides: NO_GUIDES };
}

function resized({ overlay, size }: Held, handle: Handle, pull: Pull, snapping: Snapping): Pulled {
  const { from, to, isStrict, isFree } = pull;
  const box = boxOf(overlay, size);
  const isLocked = keepsRatio(overlay, handle, isStrict);
  const pulled = resizedBox(box, { handle, by: { x: to.x - from.x, y: to.y - from.y }, keepsRatio: isLocked });
  const isUpright = box.rotation % 180 === 0; // the sides of others are not those of the lines
  const { box: there, guides } =
    isFree || !isUpright ? { box: pulled, guides: NO_GUIDES } : snapped(box, pulled, handle, isLocked, snapping);
  return { overlays: [overlayInBox(overlay, size, there, handle)], guides };
}

/** A resized box with the pulled sides brought onto the lines they are near to; with a locked ratio, the nearer of the two. */
function snapped(
  before: TurnedBox,
  box: TurnedBox,
  handle: Handle,
  isLocked: boolean,
  { lines, withinPx }: Snapping,
): { readonly box: TurnedBox; readonly guides: Snap['guides'] } {
  const flip = before.rotation % 360 === 0 ? 1 : -1; // upside down, the left side is on the right
  const [across, down] = [handle.across * flip, handle.down * flip];
  const { shift, guides } = snapOf(sidesOf(box), lines, withinPx, {
    x: across === 0 ? [] : [across > 0 ? 'right' : 'left'],
    y: down === 0 ? [] : [down > 0 ? 'bottom' : 'top'],
  });
  const size = { width: box.width + across * shift.x, height: box.height + down * shift.y };
  if (!isLocked) return { box: sizedBox(before, handle, size), guides };
  const isByX = guides.x !== null && (guides.y === null || Math.abs(shift.x) <= Math.abs(shift.y));
  const scale = isByX ? size.width / before.width : size.height / before.height;
  if (guides.x === null && guides.y === null) return { box, guides };
  return {
    box: sizedBox(before, handle, { width: before.width * scale, height: before.height * scale }),
    guides: isByX ? { x: guides.x, y: null } : { x: null, y: guides.y },
  };
}

const noSnap: Snap = { shift: { x: 0, y: 0 }, guides: NO_GUIDES };
