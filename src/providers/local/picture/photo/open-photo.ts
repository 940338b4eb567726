import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { loadPicture } from '#media/load-picture.ts';
import type { MediaInput } from '../../../provider.ts';

/** More than any frame shows of a photo at twice its enlargement; bounds memory to 48 MB a photo. */
const MAX_PIXELS = 12_000_000;

/**
 * A user's picture, upright and opaque (transparent parts become white, as on the page it was made for).
 *
 * @throws Problem `media_unreadable`
 */
export async function openPhoto(input: MediaInput): Promise<Canvas> {
  const picture = await loadPicture(input.path, {
    maxPixels: MAX_PIXELS,
    ...(input.name === undefined ? {} : { name: input.name }),
  });
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0);
  return canvas;
}
