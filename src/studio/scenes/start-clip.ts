import { Problem } from '#contract/problems.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { composeVideoRequest } from '../generation/compose-video-request.ts';
import { freshSeed } from '../generation/fresh-seed.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import type { World } from '../world.ts';
import { approvePicture } from './approve-picture.ts';
import { ownPicture } from './own-picture.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { shownTake } from './shown-take.ts';

/**
 * Starts a new clip of a scene; where the same is under way, that is the one.
 *
 * @param options.from the `approved` picture, or the one the scene has `picked`, which is approved thereby
 * @param options.picks it is shown whatever was picked by hand before: right where it was asked for this one scene
 * @throws Problem `scene_has_no_picture`, `scene_not_approved`
 */
export async function startClip(
  world: World,
  actor: Actor,
  workId: string,
  scene: number | { readonly id: string },
  choice: ModelChoice,
  options: { readonly from: 'approved' | 'picked'; readonly picks: boolean },
): Promise<{ readonly jobId: string }> {
  const chosen = await chooseFor(world, actor, 'video', choice);
  const film = await sceneInFilm(world, workId, scene);
  const isPicked = options.from === 'picked';
  const picture =
    isPicked && film.work.assetUsageMode === 'direct'
      ? await ownPicture(world, film)
      : await shownTake(world, isPicked ? film.scene.pickedImageTakeId : film.scene.approvedTakeId);
  if (!picture) {
    const { scene: found, sceneIndex } = film;
    const isThere = !isPicked && (await shownTake(world, found.pickedImageTakeId)) !== null;
    throw new Problem(isThere ? 'scene_not_approved' : 'scene_has_no_picture', { sceneIndex });
  }
  if (isPicked) await approvePicture(world, film.scene, { takeId: picture.id });
  const composed = composeVideoRequest(film, picture, freshSeed(world));
  const wanted = { role: 'video', chosen, workId, sceneId: film.scene.id, ...composed, picks: options.picks } as const;
  const { jobId } = await requestGeneration(world, actor, wanted, { join: true });
  return { jobId };
}
