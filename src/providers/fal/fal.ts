import type { Provider } from '../provider.ts';
import { checkKey } from './check-key.ts';
import { image } from './image.ts';
import { imageModels, videoModels } from './models.ts';
import { video } from './video.ts';

/** fal: the models of many makers behind one queue. */
export const fal: Provider = {
  id: 'fal',
  label: 'fal',
  description: 'Kling, WAN, FLUX and hundreds more by one key, through the queue of fal.ai.',
  keyless: false,
  baseUrl: 'https://queue.fal.run',
  // A new account is worked for twice at once; what is more waits in fal's own queue and is never refused
  // (fal.ai/docs/documentation/model-apis/concurrency-limits, read 2026-11-21). So many, that it always has work.
  limits: { concurrent: 10, pollMs: 3000 },
  check: checkKey,
  models: [...videoModels, ...imageModels],
  image,
  video,
};
