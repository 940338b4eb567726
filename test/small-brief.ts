import type { FilmBrief } from '#studio/film/film-brief.ts';

/** A brief whose film is made in a few seconds. */
export function aSmallBrief(changes: Partial<FilmBrief> = {}): FilmBrief {
  return {
    brief: 'EcoBottle keeps water cold for 24 hours. It is made of recycled steel.',
    name: 'EcoBottle',
    audience: null,
    projectType: 'ecommerce',
    durationS: 4,
    sceneCount: 3,
    language: 'en',
    resolution: { width: 180, height: 320 },
    assetPaths: [],
    assetUsageMode: null,
    musicPath: null,
    referencePath: null,
    seed: 3,
    sound: 'bed',
    ...changes,
  };
}
