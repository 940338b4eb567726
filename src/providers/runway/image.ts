import { fitPrompt } from '../fit-prompt.ts';
import { mapSize } from '../map-size.ts';
import { ProviderError, type ImageRequest, type MediaAdapter } from '../provider.ts';
import { needsReference } from './image-models.ts';
import { pictureUri } from './picture-uri.ts';
import { startTask, taskCalls } from './task.ts';

/** Draws a picture: `POST /v1/text_to_image`, a task like a clip's. */
export const image: MediaAdapter<ImageRequest> = {
  ...taskCalls('image/png'),
  async submit(request, context) {
    const model = context.descriptor;
    const prompt = fitPrompt(model, request);
    const size = mapSize(model, request);
    const most = model?.input?.maxReferences ?? 0;
    const sent = request.references.slice(0, most);
    if (sent.length === 0 && needsReference.includes(request.model)) {
      throw new ProviderError('invalid_input', 'runway', `${model?.name ?? request.model} needs a reference picture`);
    }
    const referenceImages: { readonly uri: string }[] = [];
    for (const reference of sent) referenceImages.push({ uri: await pictureUri(reference, context) });
    const body = {
      model: request.model,
      promptText: prompt.text,
      ...size.fields,
      ...(referenceImages.length > 0 ? { referenceImages } : {}),
      ...(model?.seed ? { seed: request.seed } : {}),
    };
    const unsent = request.references.length - sent.length;
    const notes = [
      ...prompt.notes,
      ...size.notes,
      ...(unsent > 0
        ? [`${model?.name ?? 'This model'} takes ${most} reference pictures: ${unsent} were not sent.`]
        : []),
    ];
    return { status: 'receipt', receipt: await startTask('/v1/text_to_image', body, notes, context) };
  },
};
