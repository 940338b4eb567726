import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { findUnfinishedGeneration } from '#store/generations.ts';
import { insertJob, listJobs } from '#store/jobs.ts';
import { unpinTake } from '#store/scenes.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ChosenModel, ModelChoice } from '../generation/choose-model.ts';
import { composeImageRequest, type SceneInFilm } from '../generation/compose-image-request.ts';
import { freshSeed } from '../generation/fresh-seed.ts';
import { newId } from '../new-id.ts';
import { SCENE_QUEUE } from '../queues.ts';
import type { World } from '../world.ts';
import { sceneInFilm } from './scene-in-film.ts';
import type { SceneKeys, StoredChild, StoredSceneRequest } from './scene-request.ts';

/** Starts a new picture of a scene and then a clip from it, as one job; where that is under way, it is the one. */
export async function startScene(
  world: World,
  actor: Actor,
  workId: string,
  scene: number | { readonly id: string },
  choices: { readonly image: ModelChoice; readonly video: ModelChoice },
): Promise<{ readonly jobId: string }> {
  const film = await sceneInFilm(world, workId, scene);
  const isDirect = film.work.assetUsageMode === 'direct';
  const image = isDirect ? null : await chooseFor(world, actor, 'image', choices.image);
  const video = await chooseFor(world, actor, 'video', choices.video);
  const seed = freshSeed(world);
  return world.database.transaction(async (trx) => {
    const picture = image && (await pictureUnderWay(trx, actor, film, image));
    const underWay = await findSceneJob(trx, actor, film.scene.id);
    if (underWay) return underWay;
    const request: StoredSceneRequest = {
      sceneId: film.scene.id,
      seed,
      picture: image && { ...ids(world), ...named(image), ...picture },
      clip: { ...ids(world), ...named(video) },
    };
    const keys = { image: image?.apiKey ?? null, video: video.apiKey };
    return recordSceneJob(world, trx, actor, { workId, request, keys });
  });
}

/** Puts the job of a scene on record and into the queue. */
export async function recordSceneJob(
  world: Pick<World, 'queue' | 'clock' | 'random' | 'secrets'>,
  trx: Trx,
  actor: Actor,
  wanted: { readonly workId: string; readonly request: StoredSceneRequest; readonly keys: SceneKeys },
): Promise<{ readonly jobId: string }> {
  const { workId, request, keys } = wanted;
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
): Promise<Pick<StoredChild, 'generationId' | 'jobId'> | null> {
  const generation = await findUnfinishedGeneration(trx, {
    workId: film.work.id,
    sceneId: film.scene.id,
    role: 'image',
    ...named(chosen),
    inputsHash: composeImageRequest(film, 0).inputsHash,
  });
  if (!generation) return null;
  const [job] = await listJobs(trx, { workspaceId: actor.workspaceId, targetId: generation.id });
  if (!job) return null;
  await unpinTake(trx, film.scene.id, 'image');
  return { generationId: generation.id, jobId: job.id };
}

async function findSceneJob(trx: Trx, actor: Actor, sceneId: string): Promise<{ readonly jobId: string } | null> {
  const status = ['queued', 'running'] as const;
  const [job] = await listJobs(trx, { workspaceId: actor.workspaceId, targetId: sceneId, status });
  return job ? { jobId: job.id } : null;
}

const ids = (world: Pick<World, 'clock' | 'random'>) => ({
  generationId: newId(world, 'generation'),
  jobId: newId(world, 'job'),
});

const named = ({ provider, model }: ChosenModel) => ({ provider: provider.id, model: model.id });
