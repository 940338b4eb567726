import { fitPrompt } from '../fit-prompt.ts';
import type { MediaAdapter, VideoRequest } from '../provider.ts';
import { snapDuration } from '../snap-duration.ts';
import { takenPictures } from '../taken-pictures.ts';
import { videoFields } from './fields.ts';
import { PICTURES } from './models.ts';
import { pictureUri } from './picture-uri.ts';
import { requestCalls, startRequest } from './queued-request.ts';

/** Films a picture, whose shape the clip has. */
export const video: MediaAdapter<VideoRequest> = {
  ...requestCalls('video'),
  async submit(request, context) {
    const model = context.descriptor;
    const fields = videoFields(request.model);
    const { negativePrompt: takesNegative = 'field' } = model ?? {}; // most models at fal have it
    const prompt = fitPrompt({ name: request.model, ...model, negativePrompt: takesNegative }, request);
    const negative = request.negativePrompt.trim();
    const frames = [request.image, ...(request.lastImage && fields.lastImage ? [request.lastImage] : [])];
    const taken = await takenPictures(frames, { ...PICTURES, maxReferences: frames.length }, context);
    const [first, last] = await Promise.all(taken.pictures.map(pictureUri));
    const body = {
      prompt: prompt.text,
      [fields.image]: first,
      ...(last === undefined ? {} : { [fields.lastImage ?? '']: last }),
      duration: String(snapDuration(model?.durations ?? { stepS: 1 }, request.durationS)),
      ...(negative === '' || takesNegative !== 'field' ? {} : { negative_prompt: negative }),
      ...(fields.seed ? { seed: request.seed } : {}),
      ...fields.fixed,
    };
    const notes = [
      ...prompt.notes,
      ...(request.lastImage && last === undefined ? ['The model takes no last picture: it was left out.'] : []),
    ];
    return { status: 'receipt', receipt: await startRequest(request.model, request.model, body, notes, context) };
  },
};
