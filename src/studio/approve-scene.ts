import { Problem } from '#contract/problems.ts';
import { approveTake, type SceneRow } from '#store/scenes.ts';
import type { World } from './world.ts';

/**
 * Approves the picture a scene shows, so that a clip may be made from it.
 *
 * @throws Problem `scene_has_no_picture`
 */
export async function approveScene(world: Pick<World, 'database'>, scene: SceneRow): Promise<SceneRow> {
  const takeId = scene.pickedImageTakeId;
  const approved = takeId && (await approveTake(world.database.kysely, { sceneId: scene.id, takeId }));
  if (!approved) throw new Problem('scene_has_no_picture', { scene: scene.position + 1 });
  return approved;
}
