import { fitFrame } from '../fit-frame.ts';
import { fitPrompt } from '../fit-prompt.ts';
import { mapSize } from '../map-size.ts';
import type { ImageRequest, MediaAdapter } from '../provider.ts';
import { referenceWords } from '../reference-words.ts';
import { takenPictures } from '../taken-pictures.ts';
import { imageFields } from './fields.ts';
import { PICTURES, RATIOS } from './models.ts';
import { predictionCalls, startPrediction } from './prediction.ts';
import { uploadPicture } from './upload-picture.ts';

const MOST_PX = 2048; // on a side, of FLUX.2 (its schema at Replicate)

/** Draws a picture: of the frame's own size where the model takes pixels, else of its shape. */
export const image: MediaAdapter<ImageRequest> = {
  ...predictionCalls('image'),
  async submit(request, context) {
    const model = context.descriptor;
    const fields = imageFields(request.model);
    const name = model?.name ?? request.model;
    const size = fields.isAnySize
      ? mapSize({ name, sizeStep: model?.sizeStep ?? 16 }, fitFrame(request, MOST_PX))
      : mapSize({ name, sizes: model?.sizes ?? RATIOS }, request);
    const most = fields.references ? (fields.references.isList ? (model?.input?.maxReferences ?? 1) : 1) : 0;
    const taken = await takenPictures(request.references, { ...PICTURES, maxReferences: most }, context);
    const words = `${request.prompt.trim()}${referenceWords(taken.pictures)}`;
    const prompt = fitPrompt(model, { ...request, prompt: words });
    const references = await Promise.all(taken.pictures.map((picture) => uploadPicture(picture, context)));
    const input = {
      prompt: prompt.text,
      ...size.fields,
      ...(fields.seed ? { seed: request.seed } : {}),
      ...(fields.references && references.length > 0
        ? { [fields.references.name]: fields.references.isList ? references : references[0] }
        : {}),
      ...fields.fixed,
    };
    const notes = [...prompt.notes, ...size.notes, ...taken.notes];
    return { status: 'receipt', receipt: await startPrediction(request.model, input, notes, context) };
  },
};
