import { Problem } from '#contract/problems.ts';
import type { WantedTakes } from '#contract/scene-changes.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { composeVideoRequest } from '../generation/compose-video-request.ts';
import type { World } from '../world.ts';
import { readFilm, scenesOf } from './read-film.ts';
import { scenesToMake } from './scenes-to-make.ts';
import { shownTake } from './shown-take.ts';
import { startTogether } from './start-together.ts';
import type { WantedTakesOfScene } from './start-variants.ts';

/**
 * Starts the clip of every approved scene that has no current one, none under way and none in doubt.
 *
 * @param only the scenes without a clip, or those whose clip is of other inputs; both unless said
 * @throws Problem `work_has_no_scenes`, `budget_exceeded` where there is no room for all of them
 */
export async function startClips(
  world: World,
  actor: Actor,
  workId: string,
  choice: ModelChoice,
  only: WantedTakes = 'both',
): Promise<{ readonly jobId: string }[]> {
  const scenes = await scenesToMake(world, actor, workId, 'video', only);
  const chosen = await chooseFor(world, actor, 'video', choice);
  const film = await readFilm(world, workId);
  const wanted: WantedTakesOfScene[] = [];
  for (const one of scenesOf(film).filter(({ scene }) => scenes.some(({ id }) => id === scene.id))) {
    const picture = await shownTake(world, one.scene.approvedTakeId);
    if (!picture) throw new Problem('scene_has_no_picture', { sceneIndex: one.sceneIndex });
    const compose = (seed: number) => composeVideoRequest(one, picture, seed);
    wanted.push({ role: 'video', chosen, film: one, compose, parentIds: [picture.id], picks: false });
  }
  return startTogether(world, actor, wanted);
}
