import { z } from 'zod';
import { FontFamily } from '../font.ts';
import { operation } from '../operation.ts';
import { inProject, json } from './parts.ts';

/** What texts are set in. */
export const fontsOperations = {
  listFonts: operation({
    method: 'GET',
    path: '/projects/{projectId}/fonts',
    access: 'projects:read',
    summary: 'List the fonts a text may be set in: those that are built in, then those of the project.',
    params: inProject,
    answer: json(z.array(FontFamily)),
  }),
  getFontFile: operation({
    method: 'GET',
    path: '/fonts/{fontId}',
    access: 'any',
    summary: 'Get the file of a built-in font; its address changes with its bytes, so that it may be kept for ever.',
    params: z.object({ fontId: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,80}$/) }),
    answer: { kind: 'file', mime: 'font/ttf' },
  }),
} as const;
