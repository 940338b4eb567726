import type { WantedTakes } from '#contract/scene-changes.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { composeImageRequest } from '../generation/compose-image-request.ts';
import type { World } from '../world.ts';
import { ownPicture } from './own-picture.ts';
import { readFilm, scenesOf } from './read-film.ts';
import { scenesToMake } from './scenes-to-make.ts';
import { startTogether } from './start-together.ts';

/**
 * Starts the picture of every scene that has none, none under way and none in doubt.
 *
 * @param only those without a picture unless said; or those whose picture is of other inputs than they have now
 * @throws Problem `work_has_no_scenes`, `budget_exceeded` where there is no room for all of them
 */
export async function startPictures(
  world: World,
  actor: Actor,
  workId: string,
  choice: ModelChoice,
  only: WantedTakes = 'missing',
): Promise<{ readonly jobId: string }[]> {
  const scenes = await scenesToMake(world, actor, workId, 'image', only);
  const film = await readFilm(world, workId);
  const inFilm = scenesOf(film).filter(({ scene }) => scenes.some(({ id }) => id === scene.id));
  if (film.work.assetUsageMode === 'direct') {
    for (const one of inFilm) await ownPicture(world, one);
    return [];
  }
  const chosen = await chooseFor(world, actor, 'image', choice);
  const wanted = inFilm.map((one) => {
    const compose = (seed: number) => composeImageRequest(one, seed);
    return { role: 'image', chosen, film: one, compose, picks: false } as const;
  });
  return startTogether(world, actor, wanted);
}
