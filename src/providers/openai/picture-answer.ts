import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { MediaOutput } from '../provider.ts';

/** Pictures as OpenAI's wire brings them: base64 in the answer; old models and some engines give an address instead. */
export const PictureAnswer = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish(), url: z.string().nullish() })),
  output_format: z.string().nullish(),
  // LocalAI counts other things than OpenAI; a picture is never lost to how it was counted.
  usage: z
    .object({
      input_tokens: z.number().min(0),
      output_tokens: z.number().min(0),
      input_tokens_details: z.object({ text_tokens: z.number(), image_tokens: z.number() }).nullish(),
    })
    .nullish()
    .catch(null),
});
export type PictureAnswer = z.infer<typeof PictureAnswer>;

/** Writes the picture of an answer to the scratch directory; null where there is none in it. */
export async function keepPicture(
  { data, output_format }: PictureAnswer,
  scratch: string,
): Promise<MediaOutput | null> {
  const [picture] = data;
  const mime = `image/${output_format ?? 'png'}`;
  if (picture?.b64_json) {
    const path = join(scratch, 'picture');
    await writeFile(path, Buffer.from(picture.b64_json, 'base64'));
    return { mime, path };
  }
  return picture?.url ? { mime, url: picture.url } : null;
}
