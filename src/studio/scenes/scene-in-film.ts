import { Problem } from '#contract/problems.ts';
import type { Db } from '#store/database/open-database.ts';
import type { SceneInFilm } from '../generation/compose-image-request.ts';
import type { World } from '../world.ts';
import { readFilm } from './read-film.ts';

/**
 * Reads a scene with all that decides how it looks.
 *
 * @param place its 0-based place, or the scene itself, wherever it has been moved
 * @throws Problem `not_found` where the work or the scene is gone
 */
export async function sceneInFilm(
  world: Pick<World, 'database'>,
  workId: string,
  place: number | { readonly id: string },
  db: Db = world.database.kysely,
): Promise<SceneInFilm> {
  const film = await readFilm(world, workId, db);
  const sceneIndex = typeof place === 'number' ? place : film.scenes.findIndex(({ id }) => id === place.id);
  const scene = film.scenes[sceneIndex];
  if (!scene) throw new Problem('not_found', { what: 'such scene' });
  return { ...film, scene, sceneIndex };
}
