import type { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import { scaleText } from '#domain/templates/scale-overlay.ts';
import type { Handle } from './resize-box.ts';
import type { TurnedBox } from './turned-box.ts';
import { evenTurn } from './turn-box.ts';

/** Words or a picture over the film. */
export type Overlay = TextOverlay | ImageOverlay;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The box of an overlay; that of words is as large as they were set. */
export function boxOf(overlay: Overlay, { width, height }: Size): TurnedBox {
  const corner = isByCorner(overlay);
  return {
    x: overlay.centerX + (corner ? width / 2 : 0),
    y: overlay.centerY + (corner ? height / 2 : 0),
    width,
    height,
    rotation: overlay.rotation,
  };
}

/**
 * The overlay that fills a box. A picture is as large as it; words are scaled by a corner, and broken anew by a side.
 *
 * @param size of the overlay before
 */
export function overlayInBox<One extends Overlay>(overlay: One, size: Size, box: TurnedBox, handle?: Handle): One {
  const sized: Overlay = 'text' in overlay ? textInBox(overlay, size, box, handle) : imageInBox(overlay, box, handle);
  const corner = isByCorner(overlay);
  return {
    ...sized,
    centerX: tidy(box.x - (corner ? box.width / 2 : 0)),
    centerY: tidy(box.y - (corner ? box.height / 2 : 0)),
    rotation: evenTurn(box.rotation),
  } as One;
}

function textInBox(text: TextOverlay, size: Size, box: TurnedBox, handle: Handle | undefined): TextOverlay {
  if (handle === undefined) return text;
  if (handle.down === 0) return { ...text, maxWidth: tidy(box.width) };
  const scaled = scaleText(text, box.width / Math.max(1, size.width));
  return {
    ...scaled,
    fontSize: Math.round(scaled.fontSize * 10) / 10,
    ...(scaled.maxWidth === undefined ? {} : { maxWidth: tidy(scaled.maxWidth) }),
  };
}

function imageInBox(image: ImageOverlay, box: TurnedBox, handle: Handle | undefined): ImageOverlay {
  return handle === undefined ? image : { ...image, width: tidy(box.width), height: tidy(box.height) };
}

const isByCorner = (overlay: Overlay): boolean => 'text' in overlay && overlay.anchor === 'top-left';

/** A hundredth of a pixel is seen by nobody, and reads better. */
const tidy = (pixels: number): number => Math.round(pixels * 100) / 100 + 0;
