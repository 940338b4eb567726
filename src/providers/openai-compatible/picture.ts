import { callVendor } from '../call-vendor.ts';
import { fitPrompt } from '../fit-prompt.ts';
import { mapSize } from '../map-size.ts';
import { authorization } from '../openai/openai-vendor.ts';
import { keepPicture, PictureAnswer } from '../openai/picture-answer.ts';
import { ProviderError, type ImageRequest, type MediaAdapter, type ModelDescriptor } from '../provider.ts';
import { readAnswer } from '../read-answer.ts';
import { takenPictures } from '../taken-pictures.ts';
import { compatibleSettings, type CompatibleSettings } from './compatible-settings.ts';
import { compatibleVendor } from './compatible-vendor.ts';

const MAX_ANSWER_BYTES = 100e6; // base64 of a large PNG

/** Pictures of an engine that speaks OpenAI's wire, by the fields that all of them have (Ollama takes no others). */
export const picture: MediaAdapter<ImageRequest> = {
  async submit(request, context) {
    const { model } = request;
    const { descriptor, scratch } = context;
    const settings = compatibleSettings(context.settings);
    const vendor = compatibleVendor(model);
    const size = mapSize(sized(descriptor, settings), request);
    const taken = await takenPictures(request.references, descriptor?.input, context);
    const words = promptOf(request, descriptor, settings);
    const answer = await callVendor(
      vendor,
      {
        method: 'POST',
        path: '/images/generations',
        headers: authorization(context),
        body: { model, prompt: words.text, ...size.fields, response_format: 'b64_json' },
        paid: true,
        maxBytes: MAX_ANSWER_BYTES,
      },
      context,
    );
    const kept = await keepPicture(readAnswer(vendor, answer, PictureAnswer, { paid: true }), scratch);
    if (!kept) throw new ProviderError('permanent', vendor.id, 'it sent no picture', { model });
    const notes = [...size.notes, ...taken.notes, ...words.notes];
    return { status: 'done', outputs: [{ ...kept, ...(notes.length > 0 && { notes }) }] };
  },
};

function sized(descriptor: ModelDescriptor | undefined, { pictureSizes: own }: CompatibleSettings) {
  if (!own || !descriptor) return descriptor;
  const fields = (size: string) => ({ fields: { size } });
  const sizes = { portrait: fields(own.portrait), landscape: fields(own.landscape), square: fields(own.square) };
  return { name: descriptor.name, sizes };
}

function promptOf(request: ImageRequest, descriptor: ModelDescriptor | undefined, settings: CompatibleSettings) {
  const unwanted = request.negativePrompt.trim();
  if (settings.negativePrompt === 'words' || unwanted === '') return fitPrompt(descriptor, request);
  const prompt = request.prompt.replaceAll('|', '/'); // a bar of the prompt's own would end it
  return { text: `${prompt.trim()}|${unwanted}`, notes: [] };
}
