import { Problem } from '#contract/problems.ts';
import { approveTake, pickTake, type Picking, type SceneRow } from '#store/scenes.ts';
import { getTake } from '#store/takes.ts';
import type { World } from '../world.ts';
import { sceneChanged } from './scene-changed.ts';

/**
 * Approves a picture of a scene, so that a clip may be made from it: the one it shows, or another, which it shows from
 * then on.
 *
 * @param options.how another is picked by hand unless said: no newer one replaces it by itself
 * @throws Problem `scene_has_no_picture`; `not_found` where the scene has no such picture
 */
export async function approvePicture(
  world: Pick<World, 'database'>,
  scene: SceneRow,
  options: { readonly takeId?: string | undefined; readonly how?: Picking } = {},
): Promise<{ readonly takeId: string }> {
  const takeId = options.takeId ?? scene.pickedImageTakeId;
  if (takeId === null) throw new Problem('scene_has_no_picture', { sceneIndex: scene.position });
  const take = await getTake(world.database.kysely, takeId);
  if (take?.sceneId !== scene.id || take.kind !== 'image') throw new Problem('not_found', { what: 'such picture' });
  if (scene.approvedTakeId === takeId && scene.pickedImageTakeId === takeId) return { takeId };
  await world.database.transaction(async (trx) => {
    if (scene.pickedImageTakeId !== takeId) {
      await pickTake(trx, { sceneId: scene.id, kind: 'image', takeId, how: options.how ?? 'by-hand' });
    }
    await approveTake(trx, { sceneId: scene.id, takeId });
    await sceneChanged(trx, scene.id);
  });
  return { takeId };
}
