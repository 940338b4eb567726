import { writeFile } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import { Problem } from '#contract/problems.ts';
import { loadPicture } from './load-picture.ts';

/** A picture to be decoded, and where its JPEG goes. */
export interface ScaleQuestion {
  readonly path: string;
  readonly maxSidePx: number;
  readonly outputPath?: string;
}

/** Why it cannot be decoded; null where it was. */
export interface ScaleAnswer {
  readonly reason: string | null;
}

const QUALITY = 82; // of 100: no block is seen at this size

process.on('message', (question: ScaleQuestion) => {
  void answer(question).then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit(0));

async function answer({ path, maxSidePx, outputPath }: ScaleQuestion): Promise<ScaleAnswer> {
  try {
    const jpeg = await scaled(path, maxSidePx);
    if (outputPath !== undefined) await writeFile(outputPath, jpeg);
    return { reason: null };
  } catch (failure) {
    const known = failure instanceof Problem ? failure.facts['reason'] : undefined;
    return { reason: typeof known === 'string' ? known : 'it is damaged' };
  }
}

/** Drawn anew, so that nothing of the file's metadata comes along. */
async function scaled(path: string, maxSidePx: number): Promise<Buffer> {
  const picture = await loadPicture(path, { maxPixels: (2 * maxSidePx) ** 2 });
  const scale = Math.min(1, maxSidePx / Math.max(picture.width, picture.height));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const canvas = createCanvas(side(picture.width), side(picture.height));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer('image/jpeg', QUALITY);
}
