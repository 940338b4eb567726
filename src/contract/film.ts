import { z } from 'zod';
import { idSchema } from './ids.ts';
import { Language } from './language.ts';
import { ProjectType } from './project.ts';
import { Resolution } from './work.ts';

/** A film from one line; everything but the line has a default. */
export const FilmWanted = z.strictObject({
  /** What it is about, and who it is for. */
  brief: z.string().max(20_000).regex(/\S/, 'expected a line'),
  name: z.string().max(200).regex(/\S/, 'expected a name').optional(),
  durationS: z.number().min(1).max(600).optional(),
  resolution: Resolution.optional(),
  language: Language.optional(),
  audience: z.string().max(2000).optional(),
  /** Left out: a new project of its own, named as the film. */
  projectId: idSchema('project').optional(),
  /** Of the new project. */
  projectType: ProjectType.optional(),
});
export type FilmWanted = z.infer<typeof FilmWanted>;
