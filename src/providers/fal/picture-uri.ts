import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { scalePicture } from '#media/scale-picture.ts';
import type { MediaInput, ProviderContext } from '../provider.ts';

const AS_IT_IS_BYTES = 7e6; // Kling takes 10 MB [K], which are 7 before base64
const SIDE_PX = 2048; // more is seen neither in a clip nor in a reference
const MIMES: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];

/**
 * A picture as a data URI: as it is, unless it is too large or of a kind that not all models read.
 *
 * @throws Problem `media_unreadable`
 */
export async function pictureUri(picture: MediaInput, context: ProviderContext): Promise<string> {
  const { size } = await stat(picture.path);
  if (size <= AS_IT_IS_BYTES && MIMES.includes(picture.mime)) {
    return `data:${picture.mime};base64,${await readFile(picture.path, 'base64')}`;
  }
  const outputPath = join(context.scratch, `${picture.sha256}.jpg`);
  await scalePicture(picture.path, { name: picture.name ?? 'The picture', maxSidePx: SIDE_PX, outputPath });
  const base64 = await readFile(outputPath, 'base64');
  await rm(outputPath);
  return `data:image/jpeg;base64,${base64}`;
}
