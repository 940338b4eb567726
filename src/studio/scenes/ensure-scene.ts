import { Problem } from '#contract/problems.ts';
import type { TakeRow } from '#store/takes.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { composeImageRequest } from '../generation/compose-image-request.ts';
import { composeVideoRequest } from '../generation/compose-video-request.ts';
import { ensureGeneration } from '../generation/ensure-generation.ts';
import type { Waiting } from '../jobs/wait-for-job.ts';
import type { World } from '../world.ts';
import { approvePicture } from './approve-picture.ts';
import { ownPicture } from './own-picture.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { shownTake } from './shown-take.ts';

/** A scene of a film that is being made; the same seed asks for the same take. */
export interface WantedScene {
  readonly workId: string;
  readonly sceneIndex: number;
  readonly seed: number;
  /** Left out: as the user has set. */
  readonly choice?: ModelChoice;
}

/** Makes sure that a scene shows a picture of its present inputs and seed; the user's own in direct mode. */
export async function ensurePicture(
  world: World,
  actor: Actor,
  wanted: WantedScene,
  waiting: Waiting,
): Promise<TakeRow> {
  const film = await sceneInFilm(world, wanted.workId, wanted.sceneIndex);
  if (film.work.assetUsageMode === 'direct') return ownPicture(world, film);
  const { request, inputsHash } = composeImageRequest(film, wanted.seed);
  const shown = await shownTake(world, film.scene.pickedImageTakeId);
  if (shown && (film.scene.imagePinned || isOf(shown, inputsHash, wanted.seed))) return shown;
  const chosen = await chooseFor(world, actor, 'image', wanted.choice);
  await ensureGeneration(
    world,
    actor,
    { role: 'image', chosen, workId: wanted.workId, sceneId: film.scene.id, request, inputsHash },
    waiting,
  );
  return pictureOf(world, wanted);
}

/** Makes sure that a scene shows a clip made from its approved picture. */
export async function ensureClip(world: World, actor: Actor, wanted: WantedScene, waiting: Waiting): Promise<TakeRow> {
  const picture = await pictureOf(world, wanted);
  const film = await sceneInFilm(world, wanted.workId, wanted.sceneIndex);
  await approvePicture(world, film.scene, { takeId: picture.id });
  const { request, inputsHash } = composeVideoRequest(film, picture, wanted.seed);
  const shown = await shownTake(world, film.scene.pickedVideoTakeId);
  if (shown && (film.scene.videoPinned || isOf(shown, inputsHash, wanted.seed))) return shown;
  const chosen = await chooseFor(world, actor, 'video', wanted.choice);
  await ensureGeneration(
    world,
    actor,
    { role: 'video', chosen, workId: wanted.workId, sceneId: film.scene.id, request, inputsHash },
    waiting,
  );
  const after = await sceneInFilm(world, wanted.workId, wanted.sceneIndex);
  const clip = await shownTake(world, after.scene.pickedVideoTakeId);
  if (!clip) throw new Problem('provider_permanent', { provider: chosen.provider.label, reason: 'it made no clip' });
  return clip;
}

/** Whether a take is what would be made now; one that was picked by hand stays, and nothing is paid beside it. */
const isOf = (take: TakeRow, inputsHash: string, seed: number): boolean =>
  take.inputsHash === inputsHash && take.seed === seed;

async function pictureOf(world: World, wanted: WantedScene): Promise<TakeRow> {
  const { scene } = await sceneInFilm(world, wanted.workId, wanted.sceneIndex);
  const take = await shownTake(world, scene.pickedImageTakeId);
  if (!take) throw new Problem('scene_has_no_picture', { sceneIndex: wanted.sceneIndex });
  return take;
}
