import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { composeImageRequest } from '../generation/compose-image-request.ts';
import { freshSeed } from '../generation/fresh-seed.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import type { World } from '../world.ts';
import { ownPicture } from './own-picture.ts';
import { sceneInFilm } from './scene-in-film.ts';

/**
 * Starts a new picture of a scene; where the same is under way, that is the one.
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
  options: { readonly picks: boolean },
): Promise<{ readonly jobId: string | null }> {
  const film = await sceneInFilm(world, workId, scene);
  if (film.work.assetUsageMode === 'direct') {
    await ownPicture(world, film);
    return { jobId: null };
  }
  const chosen = await chooseFor(world, actor, 'image', choice);
  const composed = composeImageRequest(film, freshSeed(world));
  const wanted = { role: 'image', chosen, workId, sceneId: film.scene.id, ...composed, ...options } as const;
  const { jobId } = await requestGeneration(world, actor, wanted, { join: true });
  return { jobId };
}
