import type { ScenarioScene } from '#contract/scene.ts';
import { listScenes } from '#store/scenes.ts';
import { scenarioSceneOf } from '../works/work-of.ts';
import type { World } from '../world.ts';

/** The script of a work, scene by scene. */
export async function readScenes(world: Pick<World, 'database'>, workId: string): Promise<ScenarioScene[]> {
  return (await listScenes(world.database.kysely, workId)).map(scenarioSceneOf);
}
