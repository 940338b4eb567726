import { Problem } from '#contract/problems.ts';
import type { Actor } from '../actor.ts';
import { chooseModel, type ModelChoice } from '../generation/choose-model.ts';
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
 * @throws Problem `scene_has_no_picture`
 */
export async function startClip(
  world: World,
  actor: Actor,
  workId: string,
  scene: number | { readonly id: string },
  choice: ModelChoice,
  options: { readonly from: 'approved' | 'picked' },
): Promise<{ readonly jobId: string }> {
  const chosen = chooseModel(world.providers, 'video', choice);
  const film = await sceneInFilm(world, workId, scene);
  const isPicked = options.from === 'picked';
  const picture =
    isPicked && film.work.assetUsageMode === 'direct'
      ? await ownPicture(world, film)
      : await shownTake(world, isPicked ? film.scene.pickedImageTakeId : film.scene.approvedTakeId);
  if (!picture) throw new Problem('scene_has_no_picture', { scene: film.sceneIndex + 1 });
  if (isPicked) await approvePicture(world, film.scene, { takeId: picture.id });
  const composed = composeVideoRequest(film, picture, freshSeed(world));
  const wanted = { role: 'video', chosen, workId, sceneId: film.scene.id, ...composed } as const;
  return requestGeneration(world, actor, wanted, { join: true });
}
