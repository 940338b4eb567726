import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fitPrompt } from '../fit-prompt.ts';
import type { ImageRequest, MediaAdapter, ModelDescriptor, ProviderContext } from '../provider.ts';
import { referenceWords } from '../reference-words.ts';
import { nearestRatio, shapeInWords } from './aspect.ts';
import { generateContent, nothingToUse, type GeneratedContent } from './generate-content.ts';
import { inlinePictures, PICTURE_INPUT, type InlinePicture } from './inline-pictures.ts';
import { GeminiSettings } from './gemini-settings.ts';

/** What is known of a model that is not known at all. */
const FAMILY = { name: 'The model', input: PICTURE_INPUT, negativePrompt: 'prompt' } as const;

/** Pictures, by `:generateContent`: done at once, the picture in the answer. */
export const image: MediaAdapter<ImageRequest> = {
  async submit(request, context) {
    const model = context.descriptor ?? FAMILY;
    const { imageAspect } = GeminiSettings.parse(context.settings ?? {});
    const { inline, pictures, notes } = await inlinePictures(request.references, model.input, context);
    const words = fitPrompt(model, { ...request, prompt: `${request.prompt}${referenceWords(pictures)}` });
    const shape = imageAspect === 'prompt' ? `\n\n${shapeInWords(request)}` : '';
    const imageConfig = imageAspect === 'param' ? { imageConfig: { aspectRatio: nearestRatio(request) } } : {};
    const parts = [...inline.map((inlineData) => ({ inlineData })), { text: `${words.text}${shape}` }];
    const content = await generateContent(
      request.model,
      {
        contents: [{ role: 'user', parts }],
        generationConfig: { responseModalities: ['IMAGE'], ...imageConfig },
      },
      context,
    );
    const cost = costOf(content, context.descriptor);
    const picture = content.pictures.at(-1); // the last one is the finished one
    if (!picture) throw withoutPicture(content, { model: request.model, ...cost });
    const told = [...notes, ...words.notes];
    const output = { mime: picture.mimeType, path: await written(picture, context) };
    return { status: 'done', outputs: [told.length > 0 ? { ...output, notes: told } : output], ...cost };
  },
};

/** A model that answers a wish for a picture with words has declined it, whatever it calls that. */
function withoutPicture(content: GeneratedContent, facts: { readonly model: string; readonly costMicroUsd?: number }) {
  const isDeclined = content.text !== '' && content.finishReason === 'STOP';
  return nothingToUse(isDeclined ? { ...content, finishReason: 'NO_IMAGE' } : content, facts);
}

/** What the tokens of an answer cost, where the catalogue has a price for those of pictures and those of words. */
function costOf(
  { usage, pictures }: GeneratedContent,
  model: ModelDescriptor | undefined,
): { readonly costMicroUsd?: number } {
  const priceOf = (unit: 'mtok_in' | 'mtok_out', output?: 'image'): number | undefined =>
    model?.prices.find((price) => price.unit === unit && price.when?.['output'] === output)?.microUsd;
  const [into, words, picture] = [priceOf('mtok_in'), priceOf('mtok_out'), priceOf('mtok_out', 'image')];
  if (!usage || into === undefined || words === undefined || picture === undefined) return {};
  const { inputTokens, outputTokens, pictureTokens } = usage;
  if (pictures.length > 0 && pictureTokens === 0) return {}; // what kinds of tokens they were is not told
  const micro = inputTokens * into + pictureTokens * picture + (outputTokens - pictureTokens) * words;
  return { costMicroUsd: Math.ceil(micro / 1e6) };
}

async function written({ data }: InlinePicture, { scratch }: ProviderContext): Promise<string> {
  const path = join(scratch, 'picture');
  await writeFile(path, data, 'base64');
  return path;
}
