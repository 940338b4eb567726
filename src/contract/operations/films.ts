import { z } from 'zod';
import { FilmWanted } from '../film.ts';
import { idSchema } from '../ids.ts';
import { operation } from '../operation.ts';
import { json } from './parts.ts';

/** Whole films, from one line. */
export const filmsOperations = {
  makeFilm: operation({
    method: 'POST',
    path: '/films',
    access: 'ai:generate',
    summary: 'Make a whole film from one line with the built-in engines, free: script, pictures, clips, cut, file.',
    body: FilmWanted,
    answer: json(z.object({ projectId: idSchema('project'), workId: idSchema('work'), jobId: idSchema('job') }), 202),
    idempotent: true,
    problems: ['not_found', 'ffmpeg_missing'],
  }),
} as const;
