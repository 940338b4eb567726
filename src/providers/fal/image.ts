import { fitFrame } from '../fit-frame.ts';
import { fitPrompt } from '../fit-prompt.ts';
import { mapSize } from '../map-size.ts';
import type { ImageRequest, MediaAdapter } from '../provider.ts';
import { referenceWords } from '../reference-words.ts';
import { takenPictures } from '../taken-pictures.ts';
import { imageFields } from './fields.ts';
import { PICTURES } from './models.ts';
import { pictureUri } from './picture-uri.ts';
import { requestCalls, startRequest } from './queued-request.ts';

const MOST_PX = 2048; // on a side, of all FLUX models (types of @fal-ai/client: 512 to 2048)

/** Draws a picture of the frame's own size, as far as the model goes; with references by its `/edit`, if it has one. */
export const image: MediaAdapter<ImageRequest> = {
  ...requestCalls('image'),
  async submit(request, context) {
    const model = context.descriptor;
    const fields = imageFields(request.model);
    const input = model?.input ?? { ...PICTURES, maxReferences: request.references.length };
    const taken = await takenPictures(request.references, input, context);
    const words = `${request.prompt.trim()}${referenceWords(taken.pictures)}`;
    const prompt = fitPrompt(model, { ...request, prompt: words });
    const pictures = await Promise.all(taken.pictures.map(pictureUri));
    const size = fitFrame(request, MOST_PX);
    const body = {
      prompt: prompt.text,
      ...(pictures.length > 0 ? { image_urls: pictures } : {}),
      image_size: { ...size, ...mapSize(model, size).fields },
      seed: request.seed,
      ...fields.fixed,
    };
    const notes = [...prompt.notes, ...taken.notes];
    const isEdit = pictures.length > 0 && fields.edit !== undefined && !request.model.endsWith(fields.edit);
    const endpoint = isEdit ? `${request.model}${fields.edit}` : request.model;
    return { status: 'receipt', receipt: await startRequest(request.model, endpoint, body, notes, context) };
  },
};
