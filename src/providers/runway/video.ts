import { fitPrompt } from '../fit-prompt.ts';
import { mapSize } from '../map-size.ts';
import { snapDuration } from '../snap-duration.ts';
import type { MediaAdapter, VideoRequest } from '../provider.ts';
import { pictureUri } from './picture-uri.ts';
import { startTask, taskCalls } from './task.ts';
import { fixedFields } from './video-models.ts';

/** Films a picture: `POST /v1/image_to_video`, a body that is one shape for all models and differs by what they know. */
export const video: MediaAdapter<VideoRequest> = {
  ...taskCalls('video/mp4'),
  async submit(request, context) {
    const model = context.descriptor;
    const prompt = fitPrompt(model, request);
    const size = mapSize(model, request);
    const first = await pictureUri(request.image, context);
    const last = request.lastImage && model?.input?.lastFrame ? await pictureUri(request.lastImage, context) : null;
    const negative = model?.negativePrompt === 'field' ? request.negativePrompt.trim() : '';
    const body = {
      model: request.model,
      promptImage:
        last === null
          ? first
          : [
              { uri: first, position: 'first' },
              { uri: last, position: 'last' },
            ],
      ...(prompt.text === '' ? {} : { promptText: prompt.text }),
      ...(negative === '' ? {} : { negativePrompt: negative }),
      ...size.fields,
      duration: snapDuration(model?.durations, request.durationS),
      ...(model?.seed ? { seed: request.seed } : {}),
      ...fixedFields[request.model],
    };
    const isLastLeft = request.lastImage !== undefined && last === null;
    const notes = [
      ...prompt.notes,
      ...size.notes,
      ...(isLastLeft ? ['The model takes no last picture: it was left out.'] : []),
    ];
    return { status: 'receipt', receipt: await startTask('/v1/image_to_video', body, notes, context) };
  },
};
