import { Problem } from '#contract/problems.ts';
import { getAsset, type AssetRow } from '#store/assets.ts';
import type { Db } from '#store/database/open-database.ts';
import { getProject } from '#store/projects.ts';
import { listScenes } from '#store/scenes.ts';
import { getWork } from '#store/works.ts';
import type { SceneInFilm } from '../generation/compose-image-request.ts';
import type { World } from '../world.ts';

/** A work with all that decides how its scenes look. */
export type Film = Omit<SceneInFilm, 'scene' | 'sceneIndex'>;

/**
 * Reads a work with all that decides how its scenes look.
 *
 * @throws Problem `not_found` where the work is gone
 */
export async function readFilm(
  world: Pick<World, 'database'>,
  workId: string,
  db: Db = world.database.kysely,
): Promise<Film> {
  const work = await getWork(db, workId);
  const project = work && (await getProject(db, work.projectId));
  if (!work || !project) throw new Problem('not_found', { what: 'such work' });
  const scenes = await listScenes(db, workId);
  const assets: AssetRow[] = [];
  for (const id of work.selectedAssetIds) {
    const asset = await getAsset(db, id);
    if (asset) assets.push(asset);
  }
  return { project, work, scenes, assets };
}

/** Each scene of a film, in its place. */
export function scenesOf(film: Film): SceneInFilm[] {
  return film.scenes.map((scene, sceneIndex) => ({ ...film, scene, sceneIndex }));
}
