import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { operation } from '../operation.ts';
import { json } from './parts.ts';

const inMedia = z.object({ mediaId: z.union([idSchema('take'), idSchema('media')]) });

/** Media by id, and signed addresses of it. */
export const mediaOperations = {
  getMedia: operation({
    method: 'GET',
    path: '/media/{mediaId}',
    access: 'works:read',
    summary: 'Get a take, or the result of a call without a work, by its id.',
    params: inMedia,
    answer: { kind: 'file', mime: '*/*' },
  }),
  signMedia: operation({
    method: 'POST',
    path: '/media/{mediaId}/sign',
    access: 'works:read',
    summary: 'Get an address of this media that needs no credential for five minutes.',
    params: inMedia,
    answer: json(z.object({ url: z.string(), expiresAt: z.int() })),
  }),
} as const;
