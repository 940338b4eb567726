import { readFile } from 'node:fs/promises';
import { callVendor, type VendorCall } from '../call-vendor.ts';
import { fitPrompt } from '../fit-prompt.ts';
import { mapSize } from '../map-size.ts';
import { ProviderError, type ImageRequest, type MediaAdapter, type MediaInput } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { referenceWords } from '../reference-words.ts';
import { takenPictures } from '../taken-pictures.ts';
import { authorization, openaiVendor } from './openai-vendor.ts';
import { keepPicture, PictureAnswer } from './picture-answer.ts';
import { pictureCost, type PictureUsage } from './picture-cost.ts';

const vendor = openaiVendor('dalle');
const QUALITY = 'medium'; // said, not left to the model, so that the estimate is of what is sent
const MAX_ANSWER_BYTES = 100e6; // a picture of 3840x2160 as PNG in base64 is about 30 MB

/** Pictures of OpenAI: from words alone, or from words and references. In the answer itself, so that it cannot be resumed. */
export const drawPicture: MediaAdapter<ImageRequest> = {
  async submit(request, context) {
    const { descriptor } = context;
    const size = mapSize(descriptor, request);
    const isOld = request.model.includes('dall-e');
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
    const answer = readAnswer(vendor, told, PictureAnswer, { paid: true });

    const costMicroUsd = pictureCost(usageOf(answer), descriptor);
    const cost = costMicroUsd === undefined ? {} : { costMicroUsd };
    const notes = [...size.notes, ...taken.notes, ...words.notes];
    const kept = await keepPicture(answer, context.scratch);
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

function usageOf({ usage }: PictureAnswer): PictureUsage | null {
  if (!usage) return null;
  const { input_tokens: tokensIn, input_tokens_details: details, output_tokens: tokensOut } = usage;
  const imageTokensIn = details?.image_tokens ?? 0;
  return { textTokensIn: details?.text_tokens ?? tokensIn - imageTokensIn, imageTokensIn, tokensOut };
}
