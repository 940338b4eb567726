import { fitPrompt } from '../fit-prompt.ts';
import type { MediaAdapter, VideoRequest } from '../provider.ts';
import { snapDuration } from '../snap-duration.ts';
import { takenPictures } from '../taken-pictures.ts';
import { videoFields } from './fields.ts';
import { PICTURES } from './models.ts';
import { predictionCalls, startPrediction } from './prediction.ts';
import { uploadPicture } from './upload-picture.ts';

/** Films a picture, whose shape the clip has. */
export const video: MediaAdapter<VideoRequest> = {
  ...predictionCalls('video'),
  async submit(request, context) {
    const model = context.descriptor;
    const fields = videoFields(request.model);
    const described = { name: request.model, ...model };
    // What is unwanted is never dropped in silence: a model without a field for it reads it in the prompt.
    const prompt = fitPrompt({ ...described, negativePrompt: fields.negative ? 'field' : 'prompt' }, request);
    const negative = request.negativePrompt.trim();
    const frames = [request.image, ...(request.lastImage && fields.lastImage ? [request.lastImage] : [])];
    const taken = await takenPictures(frames, { ...PICTURES, maxReferences: frames.length }, context);
    const [first, last] = await Promise.all(taken.pictures.map((picture) => uploadPicture(picture, context)));
    const input = {
      prompt: prompt.text,
      [fields.image]: first,
      ...(last === undefined ? {} : { [fields.lastImage ?? '']: last }),
      ...(negative === '' || !fields.negative ? {} : { [fields.negative]: negative }),
      duration: snapDuration(model?.durations ?? { stepS: 1 }, request.durationS),
      ...(fields.seed ? { seed: request.seed } : {}),
      ...fields.fixed,
    };
    const notes = [
      ...prompt.notes,
      ...(request.lastImage && last === undefined ? ['The model takes no last picture: it was left out.'] : []),
    ];
    return { status: 'receipt', receipt: await startPrediction(request.model, input, notes, context) };
  },
};
