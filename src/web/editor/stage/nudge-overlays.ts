import { type Grip, type Held, keepsRatio } from './overlay-gesture.ts';
import { boxOf, type Overlay, overlayInBox } from './overlay-in-box.ts';
import { sizedBox } from './resize-box.ts';
import type { Point } from './turned-box.ts';

/**
 * What the arrow keys make of overlays: moved by pixels of the film, turned by degrees, or resized by pixels of the side
 * that is pulled; no lines are met.
 */
export function nudgedOverlays(held: readonly Held[], grip: Grip, by: Point): readonly Overlay[] {
  return held.map(({ overlay, size }) => {
    const box = boxOf(overlay, size);
    if (grip.kind === 'move') return overlayInBox(overlay, size, { ...box, x: box.x + by.x, y: box.y + by.y });
    if (grip.kind === 'turn') {
      return overlayInBox(overlay, size, { ...box, rotation: box.rotation + by.x + by.y });
    }
    const { across, down } = grip.handle;
    const wide = Math.max(1, box.width + across * by.x);
    const high = Math.max(1, box.height + down * by.y);
    const isLocked = keepsRatio(overlay, grip.handle, false);
    const scale = across !== 0 && by.x !== 0 ? wide / box.width : high / box.height;
    const target = isLocked ? { width: box.width * scale, height: box.height * scale } : { width: wide, height: high };
    return overlayInBox(overlay, size, sizedBox(box, grip.handle, target), grip.handle);
  });
}
