import { fitPrompt } from '../fit-prompt.ts';
import { mapSize } from '../map-size.ts';
import { ProviderError, type ImageRequest, type MediaAdapter } from '../provider.ts';
import { referenceWords } from '../reference-words.ts';
import { takenPictures } from '../taken-pictures.ts';
import { needsReference } from './image-models.ts';
import { pictureUri } from './picture-uri.ts';
import { startTask, taskCalls } from './task.ts';

/** Draws a picture: `POST /v1/text_to_image`, a task like a clip's. */
export const image: MediaAdapter<ImageRequest> = {
  ...taskCalls('image/png'),
  async submit(request, context) {
    const model = context.descriptor;
    const size = mapSize(model, request);
    const { maxReferences = 0 } = model?.input ?? {};
    const { pictures: sent, notes } = await takenPictures(request.references, { maxReferences }, context);
    if (sent.length === 0 && needsReference.includes(request.model)) {
      throw new ProviderError('invalid_input', 'runway', `${model?.name ?? request.model} needs a reference picture`);
    }
    const prompt = fitPrompt(model, { ...request, prompt: `${request.prompt.trim()}${referenceWords(sent)}` });
    const referenceImages: { readonly uri: string }[] = [];
    for (const reference of sent) referenceImages.push({ uri: await pictureUri(reference, context) });
    const body = {
      model: request.model,
      promptText: prompt.text,
      ...size.fields,
      ...(referenceImages.length > 0 ? { referenceImages } : {}),
      ...(model?.seed ? { seed: request.seed } : {}),
    };
    const told = [...prompt.notes, ...size.notes, ...notes];
    return { status: 'receipt', receipt: await startTask('/v1/text_to_image', body, told, context) };
  },
};
