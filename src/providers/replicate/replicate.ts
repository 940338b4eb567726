import { z } from 'zod';
import type { Provider } from '../provider.ts';
import { callReplicate } from './call-replicate.ts';
import { image } from './image.ts';
import { imageModels, videoModels } from './models.ts';
import { video } from './video.ts';

const Account = z.looseObject({ username: z.string() });

/** Replicate: the models of many makers, and of anyone who puts one there. */
export const replicate: Provider = {
  id: 'replicate',
  label: 'Replicate',
  description: 'Kling, Seedance, FLUX and thousands more by one key; any model of its catalogue by its name.',
  keyless: false,
  baseUrl: 'https://api.replicate.com/v1',
  // 600 predictions a minute; with granted credit only 6 (replicate.com/docs/topics/predictions/rate-limits, read
  // 2026-11-21), which its 429 tells. It names no limit to how many run at once.
  limits: { concurrent: 10, perMinute: 600, pollMs: 2000 },
  async check(context) {
    const { json } = await callReplicate({ method: 'GET', path: '/account' }, context);
    const account = Account.safeParse(json);
    return { says: account.success ? `The key works: it is ${account.data.username}’s.` : 'The key works.' };
  },
  models: [...videoModels, ...imageModels],
  image,
  video,
};
