import { Problem } from '#contract/problems.ts';
import { isSettled } from '#domain/pipeline.ts';
import { listGenerations } from '#store/generations.ts';
import { listScenes, type SceneRow } from '#store/scenes.ts';
import { getTake } from '#store/takes.ts';
import type { Actor } from './actor.ts';
import { chooseModel } from './choose-model.ts';
import { composeImageRequest } from './compose-image-request.ts';
import { composeVideoRequest } from './compose-video-request.ts';
import { findUnderWay } from './find-under-way.ts';
import { requestGeneration } from './request-generation.ts';
import { sceneInFilm } from './scene-in-film.ts';
import type { World } from './world.ts';

/** Starts the picture of every scene that has none and none under way. */
export async function startImages(world: World, actor: Actor, workId: string): Promise<{ readonly jobId: string }[]> {
  const idle = await scenesWithout(world, workId, 'image', (scene) => scene.pickedImageTakeId === null);
  return inTurn(idle, async (scene) => {
    const film = await sceneInFilm(world, workId, scene.position);
    const { request, inputsHash } = composeImageRequest(film, freshSeed(world));
    const chosen = chooseModel(world.providers, 'image');
    return requestGeneration(world, actor, { role: 'image', chosen, workId, sceneId: scene.id, request, inputsHash });
  });
}

/** Starts the clip of every approved scene that has none and none under way. */
export async function startVideos(world: World, actor: Actor, workId: string): Promise<{ readonly jobId: string }[]> {
  const idle = await scenesWithout(
    world,
    workId,
    'video',
    (scene) => scene.pickedVideoTakeId === null && scene.approvedTakeId !== null,
  );
  return inTurn(idle, (scene) => startVideo(world, actor, workId, scene));
}

/**
 * Starts a new clip of a scene from its approved picture; where one is under way, that is the one.
 *
 * @throws Problem `scene_has_no_picture`
 */
export async function startVideo(
  world: World,
  actor: Actor,
  workId: string,
  scene: SceneRow,
): Promise<{ readonly jobId: string }> {
  const film = await sceneInFilm(world, workId, scene.position);
  const picture = film.scene.approvedTakeId ? await getTake(world.database.kysely, film.scene.approvedTakeId) : null;
  if (!picture) throw new Problem('scene_has_no_picture', { scene: scene.position + 1 });
  const { request, inputsHash } = composeVideoRequest(film, picture, freshSeed(world));
  const underWay = await findUnderWay(world, actor, { workId, sceneId: scene.id, role: 'video', inputsHash });
  if (underWay) return underWay;
  const chosen = chooseModel(world.providers, 'video');
  return requestGeneration(world, actor, { role: 'video', chosen, workId, sceneId: scene.id, request, inputsHash });
}

/** A seed nobody has used: asking again shall bring something else. */
export function freshSeed(world: Pick<World, 'random'>): number {
  return Buffer.from(world.random.bytes(4)).readUInt32BE() & 0x7fff_ffff;
}

async function scenesWithout(
  world: World,
  workId: string,
  role: 'image' | 'video',
  lacks: (scene: SceneRow) => boolean,
): Promise<SceneRow[]> {
  const scenes = await listScenes(world.database.kysely, workId);
  if (scenes.length === 0) throw new Problem('work_has_no_scenes');
  const generations = await listGenerations(world.database.kysely, { workId });
  const busy = new Set(
    generations.filter((one) => one.role === role && !isSettled(one.state)).map((one) => one.sceneId),
  );
  return scenes.filter((scene) => lacks(scene) && !busy.has(scene.id));
}

async function inTurn<T, R>(items: readonly T[], each: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await each(item));
  return results;
}
