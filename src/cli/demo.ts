import { join } from 'node:path';
import type { FilmBrief } from '#studio/make-film.ts';

const pictures = join(import.meta.dirname, '../../demo');

/** The film of `npm run demo`: our own brief, and the picture that the package carries. */
export const demoBrief: FilmBrief = {
  brief:
    'Alba is a face oil pressed from whole rose petals. Three drops every morning keep skin soft all day. ' +
    'It is made in small batches, and nothing is added that skin does not need.',
  name: 'Alba',
  audience: 'people who keep their morning routine short',
  projectType: 'ecommerce',
  durationS: 15,
  sceneCount: 5,
  language: 'en',
  resolution: { width: 1080, height: 1920 },
  assetPaths: [join(pictures, 'petals.jpg')],
  assetUsageMode: 'reference',
  musicPath: null,
  referencePath: null,
  seed: 7,
  sound: 'bed',
};
