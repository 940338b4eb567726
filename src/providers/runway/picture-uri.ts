import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { scalePicture } from '#media/scale-picture.ts';
import { ProviderError, type MediaInput, type ProviderContext } from '../provider.ts';

/** FACTS section 4 [DOC inputs]: 5 MB; of the whole data URI, as it does not say otherwise, so three quarters of that. */
const MOST_BYTES = 3.7e6;
/** More is not seen in a clip of 1920 pixels; the next ones only for pictures of pure noise. */
const SIDES_PX = [2048, 1440, 1024];

/**
 * A picture as a data URI that Runway takes: a JPEG, upright, without metadata.
 *
 * @throws Problem `media_unreadable`
 */
export async function pictureUri(picture: MediaInput, context: ProviderContext): Promise<string> {
  const outputPath = join(context.scratch, `${picture.sha256}.jpg`);
  for (const maxSidePx of SIDES_PX) {
    context.signal.throwIfAborted();
    await scalePicture(picture.path, { name: picture.name ?? 'The picture', maxSidePx, outputPath });
    if ((await stat(outputPath)).size > MOST_BYTES) continue;
    const base64 = await readFile(outputPath, 'base64');
    await rm(outputPath);
    return `data:image/jpeg;base64,${base64}`;
  }
  throw new ProviderError('invalid_input', 'runway', 'the picture is too large for it, however small it is made');
}
