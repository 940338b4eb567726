import { basename } from 'node:path';
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas';
import { Problem } from '#contract/problems.ts';
import { pictureFacts } from './picture-facts.ts';
import { sniff } from './sniff.ts';

/**
 * Decodes a picture, upright as EXIF asks, scaled down to at most so many pixels.
 *
 * @throws Problem `media_unreadable`, before decoding where the header already says so
 */
export async function loadPicture(path: string, options: { maxPixels: number; name?: string }): Promise<Canvas> {
  const name = options.name ?? basename(path);
  const unreadable = (reason: string, cause?: unknown): Problem =>
    new Problem('media_unreadable', { name, reason }, { cause });
  const sniffed = await sniff(path).catch((cause: unknown) => {
    throw unreadable('there is no such file', cause);
  });
  if (sniffed?.kind !== 'image') throw unreadable('it is not a picture of a kind that is known');
  const header = await pictureFacts(path);
  if (header.status === 'broken') throw unreadable(header.reason);
  const image = await loadImage(path).catch((cause: unknown) => {
    throw unreadable('it is damaged', cause);
  });
  const scale = Math.min(1, Math.sqrt(options.maxPixels / (image.width * image.height)));
  const canvas = createCanvas(
    Math.max(1, Math.floor(image.width * scale)),
    Math.max(1, Math.floor(image.height * scale)),
  );
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
