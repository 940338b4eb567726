import { Problem } from '#contract/problems.ts';
import { listScenes } from '#store/scenes.ts';
import { getWork } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import type { World } from '../world.ts';
import { busyScenes } from './busy-scenes.ts';
import { startPicture } from './start-picture.ts';

/**
 * Starts the picture of every scene that has none, none under way and none in doubt.
 *
 * @throws Problem `work_has_no_scenes`
 */
export async function startPictures(
  world: World,
  actor: Actor,
  workId: string,
  choice: ModelChoice,
): Promise<{ readonly jobId: string }[]> {
  const scenes = await listScenes(world.database.kysely, workId);
  if (scenes.length === 0) throw new Problem('work_has_no_scenes');
  const work = await getWork(world.database.kysely, workId);
  if (work?.assetUsageMode !== 'direct') await chooseFor(world, actor, 'image', choice); // refused before anything starts
  const busy = await busyScenes(world, actor, workId, 'image');
  const started: { readonly jobId: string }[] = [];
  for (const scene of scenes) {
    if (scene.pickedImageTakeId !== null || busy.has(scene.id)) continue;
    const { jobId } = await startPicture(world, actor, workId, scene, choice, { picks: false });
    if (jobId !== null) started.push({ jobId });
  }
  return started;
}
