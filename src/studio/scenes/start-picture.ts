import type { WantedVariants } from '#contract/variants.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { composeImageRequest } from '../generation/compose-image-request.ts';
import type { World } from '../world.ts';
import { ownPicture } from './own-picture.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { startVariants } from './start-variants.ts';

/**
 * Starts a new picture of a scene, or several; where the same is under way, that is the one.
 *
 * In direct mode the user's own picture is put there at once, and there is no job.
 *
 * @param options.picks it is shown whatever was picked by hand before: right where it was asked for this one scene
 */
export async function startPicture(
  world: World,
  actor: Actor,
  workId: string,
  scene: number | { readonly id: string },
  choice: ModelChoice,
  options: { readonly picks: boolean } & WantedVariants,
): Promise<{ readonly jobId: string | null }> {
  const film = await sceneInFilm(world, workId, scene);
  if (film.work.assetUsageMode === 'direct') {
    await ownPicture(world, film);
    return { jobId: null };
  }
  const chosen = await chooseFor(world, actor, 'image', choice);
  const compose = (seed: number) => composeImageRequest(film, seed);
  return startVariants(world, actor, { role: 'image', chosen, film, compose, picks: options.picks }, options);
}
