import { type Point, type TurnedBox, turnedWay } from './turned-box.ts';

/** What of a box is pulled: -1 is its left or upper side, 1 the right or lower one, 0 neither. */
export interface Handle {
  readonly across: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
}

interface Pull {
  readonly handle: Handle;
  /** How far, over the frame and not along the turned box. */
  readonly by: Point;
  readonly keepsRatio: boolean;
}

const LEAST_PX = 8; // what is smaller is not found again

/** A box pulled at a corner or a side: what lies opposite stays where it is, however the box is turned. */
export function resizedBox(box: TurnedBox, { handle, by, keepsRatio }: Pull): TurnedBox {
  const { width, height } = box;
  const pulled = turnedWay(by, -box.rotation);
  const wide = width + handle.across * pulled.x;
  const high = height + handle.down * pulled.y;
  const least = Math.min(LEAST_PX, width, height);
  if (!keepsRatio) return sizedBox(box, handle, { width: Math.max(least, wide), height: Math.max(least, high) });
  const scale = Math.max(scaleOf({ width, height }, { wide, high }, handle), least / Math.min(width, height));
  return sizedBox(box, handle, { width: width * scale, height: height * scale });
}

/** A box of another size, with what lies opposite to the handle where it was. */
export function sizedBox(
  box: TurnedBox,
  handle: Handle,
  { width, height }: { readonly width: number; readonly height: number },
): TurnedBox {
  const moved = turnedWay(
    { x: (handle.across * (width - box.width)) / 2, y: (handle.down * (height - box.height)) / 2 },
    box.rotation,
  );
  return { width, height, rotation: box.rotation, x: box.x + moved.x, y: box.y + moved.y };
}

/** By a side, as much as that side; by a corner, as far as the pointer came along the diagonal. */
function scaleOf(
  { width, height }: { readonly width: number; readonly height: number },
  { wide, high }: { readonly wide: number; readonly high: number },
  handle: Handle,
): number {
  if (handle.down === 0) return wide / width;
  if (handle.across === 0) return high / height;
  return (wide * width + high * height) / (width * width + height * height);
}
