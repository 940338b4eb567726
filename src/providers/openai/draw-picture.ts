import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { callVendor, type VendorCall } from '../call-vendor.ts';
import { fitPrompt } from '../fit-prompt.ts';
import { mapSize } from '../map-size.ts';
import { ProviderError, type ImageRequest, type MediaAdapter, type MediaInput, type MediaOutput } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { referenceWords } from '../reference-words.ts';
import { takenPictures } from '../taken-pictures.ts';
import { authorization, openaiVendor } from './openai-vendor.ts';
import { pictureCost, type PictureUsage } from './picture-cost.ts';

const vendor = openaiVendor('dalle');
const QUALITY = 'medium'; // said, not left to the model, so that the estimate is of what is sent
const MAX_ANSWER_BYTES = 100e6; // a picture of 3840x2160 as PNG in base64 is about 30 MB

/** A picture comes as base64; old models behind a gateway may give an address. */
const Pictures = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish(), url: z.string().nullish() })),
  output_format: z.string().nullish(),
  usage: z
    .object({
      input_tokens: z.number(),
      output_tokens: z.number(),
      input_tokens_details: z.object({ text_tokens: z.number(), image_tokens: z.number() }).nullish(),
    })
    .nullish(),
});

/** Pictures of OpenAI: from words alone, or from words and references. In the answer itself, so that it cannot be resumed. */
export const drawPicture: MediaAdapter<ImageRequest> = {
  async submit(request, context) {
    const { descriptor } = context;
    const size = mapSize(descriptor, request);
    const isOld = request.model.startsWith('dall-e');
    const taken = await takenPictures(request.references, descriptor?.input, context);
    const prompt = `${request.prompt}${referenceWords(taken.pictures)}`;
    const words = fitPrompt(descriptor, { prompt, negativePrompt: request.negativePrompt });
    const fields = {
      model: request.model,
      prompt: words.text,
      n: 1,
      ...size.fields,
      ...(isOld ? { quality: 'standard', response_format: 'b64_json' } : { quality: QUALITY, output_format: 'png' }),
    };
    const call: VendorCall =
      taken.pictures.length === 0
        ? { method: 'POST', path: '/images/generations', body: fields }
        : { method: 'POST', path: '/images/edits', body: await formOf(fields, taken.pictures) };
    const options = { headers: authorization(context), paid: true, maxBytes: MAX_ANSWER_BYTES };
    const told = await callVendor(vendor, { ...call, ...options }, context);
    const answer = readAnswer(vendor, told, Pictures, { paid: true });

    const costMicroUsd = pictureCost(usageOf(answer), descriptor);
    const cost = costMicroUsd === undefined ? {} : { costMicroUsd };
    const notes = [...size.notes, ...taken.notes, ...words.notes];
    const kept = await keep(answer, context.scratch);
    if (!kept) throw new ProviderError('permanent', vendor.id, 'it sent no picture', { model: request.model, ...cost });
    return { status: 'done', outputs: [{ ...kept, ...(notes.length > 0 && { notes }) }], ...cost };
  },
};

async function formOf(fields: Readonly<Record<string, string | number>>, pictures: readonly MediaInput[]) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  for (const [place, { path, mime }] of pictures.entries()) {
    const bytes = new Blob([await readFile(path)], { type: mime });
    form.append('image[]', bytes, `reference-${String(place + 1)}.${mime.split('/')[1] ?? 'png'}`);
  }
  return form;
}

async function keep({ data, output_format }: z.infer<typeof Pictures>, scratch: string): Promise<MediaOutput | null> {
  const [picture] = data;
  const mime = `image/${output_format ?? 'png'}`;
  if (picture?.b64_json) {
    const path = join(scratch, 'picture');
    await writeFile(path, Buffer.from(picture.b64_json, 'base64'));
    return { mime, path };
  }
  return picture?.url ? { mime, url: picture.url } : null;
}

function usageOf({ usage }: z.infer<typeof Pictures>): PictureUsage | null {
  if (!usage) return null;
  const { input_tokens: tokensIn, input_tokens_details: details, output_tokens: tokensOut } = usage;
  const imageTokensIn = details?.image_tokens ?? 0;
  return { textTokensIn: details?.text_tokens ?? tokensIn - imageTokensIn, imageTokensIn, tokensOut };
}
