import { z } from 'zod';
import type { Provider } from '../provider.ts';
import { callRunway } from './call-runway.ts';
import { image } from './image.ts';
import { imageModels } from './image-models.ts';
import { video } from './video.ts';
import { videoModels } from './video-models.ts';

const Organization = z.looseObject({ creditBalance: z.number() });

/** Runway: clips of a picture, and pictures, by its own models and those of others that it serves. */
export const runway: Provider = {
  id: 'runway',
  label: 'Runway',
  description: 'Films a picture, and draws one; its own models and those of others, paid by credits.',
  keyless: false,
  baseUrl: 'https://api.dev.runwayml.com',
  // What a new account has per model at once, FACTS section 4 (tier 1: one to two). More is queued there as THROTTLED.
  // Asked about a task every 5 s at most (FACTS section 4).
  limits: { concurrent: 2, ahead: 4, pollMs: 5000 }, // what is too much waits there as THROTTLED, and is no error
  models: [...videoModels, ...imageModels],
  image,
  video,
  async check(context) {
    const { json } = await callRunway({ method: 'GET', path: '/v1/organization' }, context);
    const organization = Organization.safeParse(json);
    if (!organization.success) return { says: 'The key works.' };
    const credits = new Intl.NumberFormat('en').format(organization.data.creditBalance);
    return { says: `The key works: ${credits} credits are left.` };
  },
};
