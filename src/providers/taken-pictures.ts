import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scalePicture } from '#media/scale-picture.ts';
import type { MediaInput, ModelDescriptor, ProviderContext } from './provider.ts';

const MAX_SIDE_PX = 2048; // what a picture is made into where it has to be made anew; no vendor looks closer

/** Pictures as a model takes them, and what is to be told of those it does not. */
export interface TakenPictures {
  readonly pictures: readonly MediaInput[];
  readonly notes: readonly string[];
}

/**
 * As many references as a model takes. Those of another kind or too large, and those that tell where and by what they were
 * taken, are made into plain JPEGs, upright.
 *
 * @param input left out: it takes no references
 * @throws Problem `media_unreadable`
 */
export async function takenPictures(
  references: readonly MediaInput[],
  input: ModelDescriptor['input'],
  { scratch }: Pick<ProviderContext, 'scratch'>,
): Promise<TakenPictures> {
  const most = input?.maxReferences ?? 0;
  const pictures: MediaInput[] = [];
  for (const [place, picture] of references.slice(0, most).entries()) {
    const isTaken = input?.mimes?.includes(picture.mime) ?? true;
    const bytes = await readFile(picture.path);
    if (isTaken && bytes.length <= (input?.imageMaxBytes ?? Infinity) && !carriesMetadata(bytes)) {
      pictures.push(picture);
      continue;
    }
    const outputPath = join(scratch, `reference-${String(place + 1)}.jpg`);
    await scalePicture(picture.path, { name: picture.name ?? 'The picture', maxSidePx: MAX_SIDE_PX, outputPath });
    pictures.push({ ...picture, path: outputPath, mime: 'image/jpeg' });
  }
  const left = references.length - pictures.length;
  if (left === 0) return { pictures, notes: [] };
  const told =
    most === 0 ? 'The model takes no reference pictures' : `The model takes ${String(most)} reference pictures`;
  return { pictures, notes: [`${told}: ${left === 1 ? 'one was' : `${String(left)} were`} left out.`] };
}

/** Where a camera or an editor writes: EXIF in JPEG, PNG and WebP, and XMP. Vendors need none of it, and many ignore which way is up. */
const METADATA = ['Exif\0\0', 'eXIf', 'EXIF', 'http://ns.adobe.com/xap/', 'XML:com.adobe.xmp'];

function carriesMetadata(bytes: Buffer): boolean {
  return METADATA.some((mark) => bytes.includes(mark, 0, 'latin1'));
}
