import type { WantedTakes } from '#contract/scene-changes.ts';
import { getWork } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import type { World } from '../world.ts';
import { scenesToMake } from './scenes-to-make.ts';
import { startPicture } from './start-picture.ts';

/**
 * Starts the picture of every scene that has none, none under way and none in doubt.
 *
 * @param only those without a picture unless said; or those whose picture is of other inputs than they have now
 * @throws Problem `work_has_no_scenes`
 */
export async function startPictures(
  world: World,
  actor: Actor,
  workId: string,
  choice: ModelChoice,
  only: WantedTakes = 'missing',
): Promise<{ readonly jobId: string }[]> {
  const scenes = await scenesToMake(world, actor, workId, 'image', only);
  const work = await getWork(world.database.kysely, workId);
  if (work?.assetUsageMode !== 'direct') await chooseFor(world, actor, 'image', choice); // refused before anything starts
  const started: { readonly jobId: string }[] = [];
  for (const scene of scenes) {
    const { jobId } = await startPicture(world, actor, workId, scene, choice, { picks: false });
    if (jobId !== null) started.push({ jobId });
  }
  return started;
}
