import { Problem } from '#contract/problems.ts';
import type { WantedVariants } from '#contract/variants.ts';
import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { findUnfinishedGeneration, type UnderWay } from '#store/generations.ts';
import { insertJob, listJobs } from '#store/jobs.ts';
import { lockScene, unpinTake } from '#store/scenes.ts';
import type { Actor } from '../actor.ts';
import { holdScene, type SceneHalf } from '../costs/hold-scene.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ChosenModel, ModelChoice } from '../generation/choose-model.ts';
import { composeImageRequest, type SceneInFilm } from '../generation/compose-image-request.ts';
import { freshSeed } from '../generation/fresh-seed.ts';
import { newId } from '../new-id.ts';
import { SCENE_QUEUE } from '../queues.ts';
import type { World } from '../world.ts';
import { recordVariants } from './record-variants.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { StoredSceneRequest, type SceneKeys, type StoredChild } from './scene-request.ts';
import type { StoredVariants } from './stored-variants.ts';

/**
 * Starts a new picture of a scene and then a clip from it, as one job, or several such pairs; where that is under way, it
 * is the one. A request that says a seed means that seed.
 *
 * @throws Problem `budget_exceeded` where there is no room for all of it; those of choosing a model
 */
export async function startScene(
  world: World,
  actor: Actor,
  workId: string,
  place: number | { readonly id: string },
  choices: { readonly image: ModelChoice; readonly video: ModelChoice },
  { variants: count = 1, seed, reuse }: WantedVariants = {},
): Promise<{ readonly jobId: string }> {
  const film = await sceneInFilm(world, workId, place);
  const isDirect = film.work.assetUsageMode === 'direct';
  const image = isDirect ? null : await chooseFor(world, actor, 'image', choices.image);
  const video = await chooseFor(world, actor, 'video', choices.video);
  const firstSeed = seed ?? freshSeed(world);
  const keys = { image: image?.apiKey ?? null, video: video.apiKey };
  return world.database.transaction(async (trx) => {
    const scene = await lockScene(trx, film.scene.id); // two at once wait for each other here
    if (!scene) throw new Problem('not_found', { what: 'such scene' });
    const underWay = await sceneJobs(trx, actor, scene.id);
    const pictures = underWay.flatMap(({ request }) => request.picture?.generationId ?? []);
    const variants: StoredVariants['variants'] = [];
    const halves: SceneHalf[] = [];
    for (let nth = 0; nth < count; nth++) {
      const same = underWay.findIndex(({ request }) => seed === undefined || request.seed === seed + nth);
      const [joined] = same === -1 ? [] : underWay.splice(same, 1);
      if (joined) {
        variants.push({ jobId: joined.jobId });
        continue;
      }
      const which = { besides: pictures, seed: seed === undefined ? undefined : seed + nth };
      const picture = image && {
        ...ids(world),
        ...named(image),
        ...(await pictureUnderWay(trx, actor, film, image, which)),
      };
      if (picture) pictures.push(picture.generationId);
      const request: StoredSceneRequest = {
        sceneId: scene.id,
        seed: firstSeed + nth,
        ...(reuse && (seed !== undefined || nth === 0) ? { reuse: seed === undefined ? 'any seed' : 'same seed' } : {}),
        picture,
        clip: { ...ids(world), ...named(video) },
      };
      variants.push(await recordSceneJob(world, trx, actor, { workId, request, keys }));
      if (image && picture) halves.push({ role: 'image', generationId: picture.generationId, chosen: image });
      halves.push({ role: 'video', generationId: request.clip.generationId, chosen: video });
    }
    await holdScene(trx, world, actor, film, halves);
    return recordVariants(trx, world, actor, { kind: 'scene', scene, variants });
  });
}

/** Puts the job of a scene on record and into the queue. */
export async function recordSceneJob(
  world: Pick<World, 'queue' | 'clock' | 'random' | 'secrets'>,
  trx: Trx,
  actor: Actor,
  wanted: { readonly workId: string; readonly request: StoredSceneRequest; readonly keys: SceneKeys },
): Promise<{ readonly jobId: string }> {
  const { workId, keys } = wanted;
  const request: StoredSceneRequest = { ...wanted.request, tokenId: actor.tokenId ?? null };
  const jobId = newId(world, 'job');
  const hasKey = keys.image !== null || keys.video !== null;
  const key = hasKey ? world.secrets.seal(JSON.stringify(keys)) : null;
  const queueJobId = await world.queue.add(SCENE_QUEUE, { jobId }, { db: trx });
  await insertJob(trx, {
    id: jobId,
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    kind: 'scene',
    workId,
    targetId: request.sceneId,
    queueJobId,
    stage: 'waiting',
    request,
    ...(key === null ? {} : { sealedKey: key.sealed, sealedKeyId: key.keyId }),
  });
  const data = { jobId, status: 'queued' } as const;
  await appendEvent(trx, { workspaceId: actor.workspaceId, workId, type: 'job', data });
  return { jobId };
}

/** A picture of the same inputs that is being made already: it becomes the scene's, pinned or not, instead of a second one. */
async function pictureUnderWay(
  trx: Trx,
  actor: Actor,
  film: SceneInFilm,
  chosen: ChosenModel,
  which: UnderWay,
): Promise<Pick<StoredChild, 'generationId' | 'jobId'> | null> {
  const like = {
    workspaceId: actor.workspaceId,
    workId: film.work.id,
    sceneId: film.scene.id,
    role: 'image',
    ...named(chosen),
    inputsHash: composeImageRequest(film, 0).inputsHash,
  } as const;
  const generation = await findUnfinishedGeneration(trx, like, which);
  if (!generation) return null;
  const [job] = await listJobs(trx, { workspaceId: actor.workspaceId, targetId: generation.id });
  if (!job) return null;
  await unpinTake(trx, film.scene.id, 'image');
  return { generationId: generation.id, jobId: job.id };
}

/** The jobs that make this scene whole by now, the oldest first. */
async function sceneJobs(trx: Trx, actor: Actor, sceneId: string) {
  const status = ['queued', 'running'] as const;
  const jobs = await listJobs(trx, { workspaceId: actor.workspaceId, targetId: sceneId, status });
  return jobs.map(({ id: jobId, request }) => ({ jobId, request: StoredSceneRequest.parse(request) })).toReversed();
}

const ids = (world: Pick<World, 'clock' | 'random'>) => ({
  generationId: newId(world, 'generation'),
  jobId: newId(world, 'job'),
});

const named = ({ provider, model }: ChosenModel) => ({ provider: provider.id, model: model.id });
