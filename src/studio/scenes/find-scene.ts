import { Problem } from '#contract/problems.ts';
import { listScenes, type SceneRow } from '#store/scenes.ts';
import type { World } from '../world.ts';

/**
 * The scene at a 0-based place of a work.
 *
 * @throws Problem `not_found`
 */
export async function findScene(world: Pick<World, 'database'>, workId: string, sceneIndex: number): Promise<SceneRow> {
  const scene = (await listScenes(world.database.kysely, workId))[sceneIndex];
  if (!scene) throw new Problem('not_found', { what: `scene at index ${sceneIndex}`, sceneIndex });
  return scene;
}
