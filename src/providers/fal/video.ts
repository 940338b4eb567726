import { fitPrompt } from '../fit-prompt.ts';
import type { MediaAdapter, VideoRequest } from '../provider.ts';
import { snapDuration } from '../snap-duration.ts';
import { videoFields } from './fields.ts';
import { pictureUri } from './picture-uri.ts';
import { requestCalls, startRequest } from './queued-request.ts';

/** Films a picture, whose shape the clip has. */
export const video: MediaAdapter<VideoRequest> = {
  ...requestCalls('video'),
  async submit(request, context) {
    const model = context.descriptor;
    const fields = videoFields(request.model);
    const prompt = fitPrompt(model, request);
    const negative = request.negativePrompt.trim();
    const last = request.lastImage && fields.lastImage ? await pictureUri(request.lastImage, context) : null;
    const body = {
      prompt: prompt.text,
      [fields.image]: await pictureUri(request.image, context),
      ...(last === null ? {} : { [fields.lastImage ?? '']: last }),
      duration: String(snapDuration(model?.durations ?? { stepS: 1 }, request.durationS)),
      ...(negative === '' || model?.negativePrompt === 'prompt' ? {} : { negative_prompt: negative }),
      ...(fields.seed ? { seed: request.seed } : {}),
      ...fields.fixed,
    };
    const notes = [
      ...prompt.notes,
      ...(request.lastImage && last === null ? ['The model takes no last picture: it was left out.'] : []),
    ];
    return { status: 'receipt', receipt: await startRequest(request.model, request.model, body, notes, context) };
  },
};
