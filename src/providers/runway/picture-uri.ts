import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { scalePicture } from '#media/scale-picture.ts';
import type { MediaInput, ProviderContext } from '../provider.ts';

/**
 * More is not seen in a clip of 1920 pixels. Of a picture of nothing but noise, which is the worst there is, it makes a
 * JPEG of 2.8 MB (measured); Runway takes 5 MB of data URI, which is 3.7 MB of picture (FACTS section 4 [DOC inputs]).
 */
const SIDE_PX = 2048;

/**
 * A picture as a data URI that Runway takes: a JPEG, upright, without metadata.
 *
 * @throws Problem `media_unreadable`
 */
export async function pictureUri(picture: MediaInput, { scratch, signal }: ProviderContext): Promise<string> {
  signal.throwIfAborted();
  const outputPath = join(scratch, `${picture.sha256}.jpg`);
  await scalePicture(picture.path, { name: picture.name ?? 'The picture', maxSidePx: SIDE_PX, outputPath });
  const base64 = await readFile(outputPath, 'base64');
  await rm(outputPath);
  return `data:image/jpeg;base64,${base64}`;
}
