import { Problem } from '#contract/problems.ts';
import type { WantedClip } from '#contract/variants.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { composeVideoRequest } from '../generation/compose-video-request.ts';
import type { World } from '../world.ts';
import { approvePicture } from './approve-picture.ts';
import { lastPicture } from './last-picture.ts';
import { ownPicture } from './own-picture.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { shownTake } from './shown-take.ts';
import { startVariants } from './start-variants.ts';

/**
 * Starts a new clip of a scene, or several; where the same is under way, that is the one.
 *
 * @param options.from the `approved` picture, or the one the scene has `picked`, which is approved thereby
 * @param options.picks it is shown whatever was picked by hand before: right where it was asked for this one scene
 * @param options.lastTakeId the picture it is to end with; refused before anything is approved where that cannot be
 * @throws Problem `scene_has_no_picture`, `scene_not_approved`; those of `lastPicture`
 */
export async function startClip(
  world: World,
  actor: Actor,
  workId: string,
  scene: number | { readonly id: string },
  choice: ModelChoice,
  options: { readonly from: 'approved' | 'picked'; readonly picks: boolean } & WantedClip,
): Promise<{ readonly jobId: string }> {
  const chosen = await chooseFor(world, actor, 'video', choice);
  const { lastTakeId, picks } = options;
  const last = lastTakeId === undefined ? null : await lastPicture(world, chosen, workId, lastTakeId);
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
  const compose = (seed: number) => composeVideoRequest(film, picture, seed, last);
  const parentIds = last === null ? [picture.id] : [picture.id, last.id];
  return startVariants(world, actor, { role: 'video', chosen, film, compose, parentIds, picks }, options);
}
