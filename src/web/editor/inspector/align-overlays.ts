import type { Held } from '../stage/overlay-gesture.ts';
import { boxOf, type Overlay, overlayInBox } from '../stage/overlay-in-box.ts';
import { type Sides, sidesAround, sidesOf } from '../stage/turned-box.ts';

/** Which edges or middles are brought together. */
type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Brings edges or middles together: of several to each other, of one to the frame. */
export function alignedOverlays(held: readonly Held[], to: Alignment, frame: Frame): readonly Overlay[] {
  const boxes = held.map(({ overlay, size }) => boxOf(overlay, size));
  const around = held.length > 1 ? sidesAround(boxes) : sidesOfFrame(frame);
  if (!around) return [];
  return held.map(({ overlay, size }) => {
    const box = boxOf(overlay, size);
    const sides = sidesOf(box);
    const isAcross = to === 'left' || to === 'center' || to === 'right';
    const by = edgeOf(around, to) - edgeOf(sides, to);
    return overlayInBox(overlay, size, { ...box, x: box.x + (isAcross ? by : 0), y: box.y + (isAcross ? 0 : by) });
  });
}

/** Makes the distances between several the same; the outermost two stay. */
export function distributedOverlays(held: readonly Held[], way: 'across' | 'down'): readonly Overlay[] {
  const [low, high] = way === 'across' ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
  const placed = held
    .map((one) => ({ ...one, sides: sidesOf(boxOf(one.overlay, one.size)) }))
    .toSorted((a, b) => a.sides[low] + a.sides[high] - b.sides[low] - b.sides[high]);
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last || placed.length < 3) return held.map(({ overlay }) => overlay);
  const lengths = placed.reduce((sum, { sides }) => sum + sides[high] - sides[low], 0);
  const gap = (last.sides[high] - first.sides[low] - lengths) / (placed.length - 1);
  let at = first.sides[low];
  return placed.map(({ overlay, size, sides }) => {
    const by = at - sides[low];
    at += sides[high] - sides[low] + gap;
    const box = boxOf(overlay, size);
    return overlayInBox(overlay, size, {
      ...box,
      x: box.x + (way === 'across' ? by : 0),
      y: box.y + (way === 'down' ? by : 0),
    });
  });
}

function edgeOf({ left, right, top, bottom }: Sides, edge: Alignment): number {
  if (edge === 'center') return (left + right) / 2;
  if (edge === 'middle') return (top + bottom) / 2;
  return { left, right, top, bottom }[edge];
}

const sidesOfFrame = ({ width, height }: Frame): Sides => ({
  left: -width / 2,
  right: width / 2,
  top: -height / 2,
  bottom: height / 2,
});
