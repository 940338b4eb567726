import { Problem } from '#contract/problems.ts';
import { getAsset, type AssetRow } from '#store/assets.ts';
import type { Db } from '#store/database/open-database.ts';
import { getProject } from '#store/projects.ts';
import { listScenes } from '#store/scenes.ts';
import { getWork } from '#store/works.ts';
import type { SceneInFilm } from '../generation/compose-image-request.ts';
import type { World } from '../world.ts';

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
  const work = await getWork(db, workId);
  const project = work && (await getProject(db, work.projectId));
  const scenes = await listScenes(db, workId);
  const sceneIndex = typeof place === 'number' ? place : scenes.findIndex(({ id }) => id === place.id);
  const scene = scenes[sceneIndex];
  if (!work || !project || !scene) throw new Problem('not_found', { what: 'such scene' });
  const assets: AssetRow[] = [];
  for (const id of work.selectedAssetIds) {
    const asset = await getAsset(db, id);
    if (asset) assets.push(asset);
  }
  return { project, work, scene, sceneIndex, scenes, assets };
}
