import type { CanvasKit, Image } from 'canvaskit-wasm';
import { loadPicture } from '#media/load-picture.ts';

/**
 * Decodes a picture for CanvasKit, upright, scaled down to at most so many pixels. Call `delete()` when done.
 *
 * @throws Problem `media_unreadable`
 */
export async function openImage(canvasKit: CanvasKit, path: string, maxPixels: number): Promise<Image> {
  const canvas = await loadPicture(path, { maxPixels });
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const info = {
    width,
    height,
    colorType: canvasKit.ColorType.RGBA_8888,
    alphaType: canvasKit.AlphaType.Unpremul,
    colorSpace: canvasKit.ColorSpace.SRGB,
  };
  const image = canvasKit.MakeImage(info, new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width * 4);
  if (!image) throw new Error(`no image of ${String(width)} x ${String(height)} pixels`);
  return image;
}
