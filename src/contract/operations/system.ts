import { z } from 'zod';
import { operation } from '../operation.ts';
import { ProviderInfo } from '../provider-info.ts';
import { json } from './parts.ts';

/** What the server says of itself. */
export const systemOperations = {
  getHealth: operation({
    method: 'GET',
    path: '/health',
    access: 'open',
    summary: 'Say that the process is alive.',
    answer: json(z.object({ status: z.literal('ok'), version: z.string() })),
  }),
  getReady: operation({
    method: 'GET',
    path: '/ready',
    access: 'open',
    summary: 'Say whether the database answers and FFmpeg was found.',
    answer: json(z.object({ status: z.literal('ready'), database: z.string(), ffmpeg: z.string() })),
    problems: ['ffmpeg_missing'],
  }),
  getOpenapi: operation({
    method: 'GET',
    path: '/openapi.json',
    access: 'open',
    summary: 'Describe every operation as OpenAPI 3.1.',
    answer: json(z.record(z.string(), z.unknown())),
  }),
  getDocs: operation({
    method: 'GET',
    path: '/docs',
    access: 'open',
    summary: 'Show this API as a page.',
    answer: { kind: 'page' },
  }),
  listProviders: operation({
    method: 'GET',
    path: '/providers',
    access: 'open',
    summary: 'List the engines and their models, by role.',
    answer: json(z.array(ProviderInfo)),
  }),
} as const;
