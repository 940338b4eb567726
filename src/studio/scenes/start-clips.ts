import type { WantedTakes } from '#contract/scene-changes.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import type { World } from '../world.ts';
import { scenesToMake } from './scenes-to-make.ts';
import { startClip } from './start-clip.ts';

/**
 * Starts the clip of every approved scene that has no current one, none under way and none in doubt.
 *
 * @param only the scenes without a clip, or those whose clip is of other inputs; both unless said
 * @throws Problem `work_has_no_scenes`
 */
export async function startClips(
  world: World,
  actor: Actor,
  workId: string,
  choice: ModelChoice,
  only: WantedTakes = 'both',
): Promise<{ readonly jobId: string }[]> {
  const scenes = await scenesToMake(world, actor, workId, 'video', only);
  await chooseFor(world, actor, 'video', choice); // refused before anything starts
  const started: { readonly jobId: string }[] = [];
  for (const scene of scenes) {
    started.push(await startClip(world, actor, workId, scene, choice, { from: 'approved', picks: false }));
  }
  return started;
}
