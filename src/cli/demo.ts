import { join } from 'node:path';
import type { FilmBrief } from '#studio/film/make-film.ts';

const pictures = join(import.meta.dirname, '../../demo');

/** The film of `npm run demo`: our own brief, and the photo that the package carries. */
export const demoBrief: FilmBrief = {
  brief:
    'Halcyon roasts coffee twice a week, in small drums, and pours it the same day. ' +
    'Every cup tastes of the farm it comes from. Open from seven in the morning.',
  name: 'Halcyon',
  audience: 'people who pass by on their way to work',
  projectType: 'ecommerce',
  durationS: 15,
  sceneCount: 5,
  language: 'en',
  resolution: { width: 1080, height: 1920 },
  assetPaths: [join(pictures, 'coffee.jpg')],
  assetUsageMode: 'reference',
  musicPath: null,
  referencePath: null,
  seed: 4,
  sound: 'bed',
};
