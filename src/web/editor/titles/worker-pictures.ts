import type { CanvasKit, Image } from 'canvaskit-wasm';
import { CannotDraw, fetchPart } from './why-not-drawn.ts';

/**
 * Fetches and decodes a picture for CanvasKit, upright, scaled down to at most so many pixels: as the export does
 * (render/overlays/open-image.ts). Call `delete()` when done.
 */
export async function openPicture(canvasKit: CanvasKit, url: string, maxPixels: number): Promise<Image> {
  const response = await fetchPart(url, 'picture-gone');
  const bitmap = await createImageBitmap(await response.blob()).catch((error: unknown) => {
    throw new CannotDraw('picture-unreadable', String(error));
  });
  const scale = Math.min(1, Math.sqrt(maxPixels / (bitmap.width * bitmap.height)));
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.floor(side * scale))) as [
    number,
    number,
  ];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas to be had.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, width, height);
  const info = {
    width,
    height,
    colorType: canvasKit.ColorType.RGBA_8888,
    alphaType: canvasKit.AlphaType.Unpremul,
    colorSpace: canvasKit.ColorSpace.SRGB,
  };
  const image = canvasKit.MakeImage(info, data, width * 4);
  if (!image) throw new Error(`no image of ${width} x ${height} pixels`);
  return image;
}
