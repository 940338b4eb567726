import { readFile } from 'node:fs/promises';
import type { MediaInput, ModelDescriptor, ProviderContext } from '../provider.ts';
import { takenPictures } from '../taken-pictures.ts';

/** What Google's models look at as it is. */
export const PICTURE_INPUT = {
  mimes: ['image/png', 'image/jpeg', 'image/webp'],
  imageMaxBytes: 7e6, // the largest file Vertex AI takes inside a request [DOC]; ten of them stay below Google's 100 MB
  maxReferences: 10, // FACTS section 3 [3P]
} as const satisfies ModelDescriptor['input'];

/** The pictures a clip goes from and to. */
export const FRAMES_INPUT = { ...PICTURE_INPUT, maxReferences: 2 } as const;

/** The bytes of a picture as they stand in a body. */
export interface InlinePicture {
  readonly mimeType: string;
  readonly data: string;
}

/** Pictures inside a request, and what is to be told of those that had to be left out. */
export interface InlinePictures {
  readonly inline: readonly InlinePicture[];
  /** Those that are sent. */
  readonly pictures: readonly MediaInput[];
  readonly notes: readonly string[];
}

/** As many pictures as a model looks at: their own bytes, or a JPEG of those that are of another kind or too large. */
export async function inlinePictures(
  given: readonly MediaInput[],
  input: ModelDescriptor['input'],
  context: Pick<ProviderContext, 'scratch'>,
): Promise<InlinePictures> {
  const { pictures, notes } = await takenPictures(given, input, context);
  const read = pictures.map(async ({ path, mime }) => ({ mimeType: mime, data: await readFile(path, 'base64') }));
  return { inline: await Promise.all(read), pictures, notes };
}
