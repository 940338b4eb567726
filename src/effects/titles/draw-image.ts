import type { Canvas, CanvasKit, Image } from 'canvaskit-wasm';
import type { ImageOverlay } from '#contract/timeline.ts';
import { type Box, grown, turned } from './box.ts';

interface FrameSize {
  readonly width: number;
  readonly height: number;
}

const OVERSAMPLING = 4; // twice what is shown, each way: more is not seen, and a photo of 100 megapixels is 400 MB

/** How many pixels of a picture are worth decoding, where it is shown in a box of this size. */
export function picturePixels({ width, height }: FrameSize): number {
  return OVERSAMPLING * width * height;
}

/** The upright box of a picture over the picture, in pixels of the frame. */
export function imageBounds(overlay: ImageOverlay, frame: FrameSize): Box {
  const box = grown(imageBox(overlay, frame), { left: 1, right: 1, top: 1, bottom: 1 });
  return turned(box, overlay.rotation, { x: frame.width / 2 + overlay.centerX, y: frame.height / 2 + overlay.centerY });
}

/**
 * Draws a picture over the picture; opacity is left to the caller, as with text.
 *
 * With `maintainAspectRatio` it is fitted into its box, else stretched over it.
 */
export function drawImage(
  canvasKit: CanvasKit,
  canvas: Canvas,
  picture: { readonly overlay: ImageOverlay; readonly image: Image; readonly frame: FrameSize },
): void {
  const { overlay, image, frame } = picture;
  const box = imageBox(overlay, frame);
  const [imageWidth, imageHeight] = [image.width(), image.height()];
  const fit = Math.min(box.width / imageWidth, box.height / imageHeight);
  const [width, height] = overlay.maintainAspectRatio ? [imageWidth * fit, imageHeight * fit] : [box.width, box.height];
  const target = canvasKit.XYWHRect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
  const paint = new canvasKit.Paint();
  paint.setAntiAlias(true);
  canvas.save();
  canvas.rotate(overlay.rotation, box.x + box.width / 2, box.y + box.height / 2);
  const mipmapped = image.makeCopyWithDefaultMipmaps();
  const whole = canvasKit.XYWHRect(0, 0, imageWidth, imageHeight);
  canvas.drawImageRectOptions(
    mipmapped,
    whole,
    target,
    canvasKit.FilterMode.Linear,
    canvasKit.MipmapMode.Linear,
    paint,
  );
  mipmapped.delete();
  canvas.restore();
  paint.delete();
}

function imageBox(overlay: ImageOverlay, frame: FrameSize): Box {
  return {
    x: frame.width / 2 + overlay.centerX - overlay.width / 2,
    y: frame.height / 2 + overlay.centerY - overlay.height / 2,
    width: overlay.width,
    height: overlay.height,
  };
}
