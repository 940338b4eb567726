import type { CanvasKit } from 'canvaskit-wasm';
import { coveringOverlay } from '#effects/titles/covering-overlay.ts';
import { picturePixels } from '#effects/titles/draw-image.ts';
import { overlayPainter } from '#effects/titles/overlay-painter.ts';
import type { DrawStill } from './titles-messages.ts';
import { openPicture } from './worker-pictures.ts';

const IN_PLACE = { alpha: 1, plate: 1, rule: 1, lines: [] } as const;

/** Draws a picture that is shown as a clip: cut to the frame about its middle, on black, as the export draws its stills. */
export async function drawStill(canvasKit: CanvasKit, { stillUrl, film }: DrawStill): Promise<ImageBitmap> {
  const image = await openPicture(canvasKit, stillUrl, picturePixels(film));
  const overlay = coveringOverlay({ width: image.width(), height: image.height() }, film);
  const painter = overlayPainter(canvasKit, {
    drawable: { kind: 'image', overlay, image },
    frame: film,
    box: { x: 0, y: 0, ...film },
    alpha: 'straight',
    ground: 'black',
  });
  try {
    const pixels = new Uint8ClampedArray(painter.paint(IN_PLACE));
    return await createImageBitmap(new ImageData(pixels, film.width, film.height));
  } finally {
    painter.delete();
    image.delete();
  }
}
