import { Problem } from '#contract/problems.ts';
import { pickTake } from '#store/scenes.ts';
import { getTake, insertTake, type TakeRow } from '#store/takes.ts';
import { shareMedia } from '#store/media.ts';
import type { Actor } from './actor.ts';
import { approveScene } from './approve-scene.ts';
import { chooseModel } from './choose-model.ts';
import { composeImageRequest, type SceneInFilm } from './compose-image-request.ts';
import { composeVideoRequest } from './compose-video-request.ts';
import { ensureGeneration } from './ensure-generation.ts';
import { isWhole } from './is-whole.ts';
import { newId } from './new-id.ts';
import { sceneInFilm } from './scene-in-film.ts';
import type { Waiting } from './wait-for-job.ts';
import type { World } from './world.ts';

/** A scene of a film that is being made; the same seed asks for the same take. */
export interface WantedScene {
  readonly workId: string;
  readonly sceneIndex: number;
  readonly seed: number;
}

/** Makes sure that a scene shows a picture of its present inputs and seed; the user's own in direct mode. */
export async function ensurePicture(
  world: World,
  actor: Actor,
  wanted: WantedScene,
  waiting: Waiting,
): Promise<TakeRow> {
  const film = await sceneInFilm(world, wanted.workId, wanted.sceneIndex);
  if (film.work.assetUsageMode === 'direct') return ensureOwnPicture(world, film);
  const { request, inputsHash } = composeImageRequest(film, wanted.seed);
  const shown = await shownTake(world, film.scene.pickedImageTakeId);
  if (shown?.inputsHash === inputsHash && shown.seed === wanted.seed) return shown;
  const chosen = chooseModel(world.providers, 'image');
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
  if (film.scene.approvedTakeId !== picture.id) await approveScene(world, film.scene);
  const { request, inputsHash } = composeVideoRequest(film, picture, wanted.seed);
  const shown = await shownTake(world, film.scene.pickedVideoTakeId);
  if (shown?.inputsHash === inputsHash && shown.seed === wanted.seed) return shown;
  const chosen = chooseModel(world.providers, 'video');
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

/** In direct mode the user's picture is the scene's picture: its bytes, unaltered, with nothing generated. */
async function ensureOwnPicture(world: World, film: SceneInFilm): Promise<TakeRow> {
  const asset = film.assets.filter((candidate) => candidate.type === 'image')[film.sceneIndex];
  if (!asset?.facts) throw new Problem('scene_has_no_picture', { scene: film.sceneIndex + 1 });
  const shown = await shownTake(world, film.scene.pickedImageTakeId);
  if (shown?.sha256 === asset.sha256) return shown;
  const id = newId(world, 'take');
  const { facts, sha256 } = asset;
  const { workspaceId, createdBy } = film.work;
  return world.database.transaction(async (trx) => {
    await shareMedia(trx, sha256, { kind: 'take', id, workspaceId });
    const take = await insertTake(trx, {
      id,
      workspaceId,
      createdBy,
      workId: film.work.id,
      sceneId: film.scene.id,
      kind: 'image',
      origin: 'asset',
      sha256,
      facts,
      prompt: null,
      negativePrompt: null,
      provider: null,
      model: null,
      seed: null,
      costMicroUsd: 0,
      parentIds: [asset.id],
      inputsHash: sha256,
      recipe: null,
    });
    await pickTake(trx, { sceneId: film.scene.id, kind: 'image', takeId: id, pin: false });
    return take;
  });
}

async function pictureOf(world: World, wanted: WantedScene): Promise<TakeRow> {
  const { scene } = await sceneInFilm(world, wanted.workId, wanted.sceneIndex);
  const take = await shownTake(world, scene.pickedImageTakeId);
  if (!take) throw new Problem('scene_has_no_picture', { scene: wanted.sceneIndex + 1 });
  return take;
}

async function shownTake(world: World, takeId: string | null): Promise<TakeRow | null> {
  const take = takeId ? await getTake(world.database.kysely, takeId) : null;
  return take && (await isWhole(world, take.sha256)) ? take : null;
}
