import { Problem } from '#contract/problems.ts';
import type { WantedTakes } from '#contract/scene-changes.ts';
import { listScenes, type SceneRow } from '#store/scenes.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { busyScenes } from './busy-scenes.ts';
import { listChanges } from './list-changes.ts';

/**
 * The scenes of a work whose picture (or clip, of an approved picture) is missing, or not of their present inputs, or
 * either: none under way and none in doubt, and nothing that was brought or picked by hand.
 *
 * @throws Problem `work_has_no_scenes`
 */
export async function scenesToMake(
  world: Pick<World, 'database' | 'files'>,
  actor: Actor,
  workId: string,
  role: 'image' | 'video',
  only: WantedTakes,
): Promise<readonly SceneRow[]> {
  const scenes = await listScenes(world.database.kysely, workId);
  if (scenes.length === 0) throw new Problem('work_has_no_scenes');
  const busy = await busyScenes(world, actor, workId, role);
  const standings = new Map((await listChanges(world, workId)).map((one) => [one.sceneId, one[role]]));
  const isWanted = (id: string): boolean => {
    const standing = standings.get(id);
    return only === 'both' ? standing === 'missing' || standing === 'changed' : standing === only;
  };
  return scenes.filter(
    (scene) => !busy.has(scene.id) && isWanted(scene.id) && (role === 'image' || scene.approvedTakeId !== null),
  );
}
