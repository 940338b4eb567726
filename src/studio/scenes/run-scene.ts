import { Problem } from '#contract/problems.ts';
import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import type { Trx } from '#store/database/tables.ts';
import { getGeneration } from '#store/generations.ts';
import { getJob, updateJob, type JobRow } from '#store/jobs.ts';
import { lockScene } from '#store/scenes.ts';
import type { TakeRow } from '#store/takes.ts';
import type { Actor } from '../actor.ts';
import { chooseAgain } from '../generation/choose-again.ts';
import type { ChosenModel } from '../generation/choose-model.ts';
import { composeImageRequest, type SceneInFilm } from '../generation/compose-image-request.ts';
import { composeVideoRequest } from '../generation/compose-video-request.ts';
import { findProvider } from '../generation/find-provider.ts';
import { requestGeneration, type WantedGeneration } from '../generation/request-generation.ts';
import { ScenePayload } from '../jobs/job-payload.ts';
import { progressWriter } from '../jobs/progress-writer.ts';
import { waitForJob } from '../jobs/wait-for-job.ts';
import type { World } from '../world.ts';
import { approvePicture } from './approve-picture.ts';
import { endScene } from './end-scene.ts';
import { findReusable } from './find-reusable.ts';
import { ownPicture } from './own-picture.ts';
import { reuseTake } from './reuse-take.ts';
import { sceneInFilm } from './scene-in-film.ts';
import { SceneKeys, StoredSceneRequest, type StoredChild } from './scene-request.ts';
import { shownTake } from './shown-take.ts';

const ENDED: readonly JobRow['status'][] = ['done', 'failed', 'cancelled', 'uncertain'];

/**
 * Makes a scene whole, a picture and then a clip, from wherever it stands.
 *
 * The picture is kept whatever the clip does. Run again after a restart, it waits for what is under way, and makes
 * nothing that is there.
 */
export async function runScene(world: World, job: RunningJob): Promise<JobOutcome> {
  const { jobId } = ScenePayload.parse(job.payload);
  const row = await getJob(world.database.kysely, jobId);
  if (!row || row.workId === null || ENDED.includes(row.status)) return { status: 'done' };
  const progress = progressWriter(world, jobId);
  const making: Making = {
    world,
    row,
    workId: row.workId,
    request: StoredSceneRequest.parse(row.request),
    signal: AbortSignal.any([job.signal, job.closing]),
    report: progress.report,
  };
  let pictureId: string | null = null;
  try {
    pictureId = await makePicture(making);
    const clipId = await makeClip(making, pictureId);
    await progress.stop();
    await endScene(world, row, making.request, { takeIds: [pictureId, clipId] });
  } catch (error) {
    await progress.stop();
    if (job.closing.aborted && !job.signal.aborted) return { status: 'again', afterMs: 0 };
    if (job.signal.aborted && (await getJob(world.database.kysely, jobId))?.status !== 'cancelled') throw error;
    if (!(error instanceof Problem)) throw error; // ours, not the vendor's: tried again, then given up
    await endScene(world, row, making.request, { problem: error, pictureId });
  }
  return { status: 'done' };
}

/** A scene that is being made, and everything that is needed for it. */
interface Making {
  readonly world: World;
  readonly row: JobRow;
  readonly workId: string;
  readonly request: StoredSceneRequest;
  readonly signal: AbortSignal;
  readonly report: (done: number) => void;
}

/** @returns the picture the clip is made from: the one that was made for it, whatever was picked by hand meanwhile */
async function makePicture(making: Making): Promise<string> {
  const { world, request } = making;
  const film = await filmOf(making);
  if (request.picture === null) return (await ownPicture(world, film)).id;
  const composed = () => composeImageRequest(film, request.seed);
  const [pictureId] = await makeOne(making, 'image', request.picture, film, composed, (done) => done / 2);
  if (pictureId === undefined) {
    throw new Problem('provider_permanent', { provider: request.picture.provider, reason: 'it made no picture' });
  }
  return pictureId;
}

async function makeClip(making: Making, pictureId: string): Promise<string> {
  const { world, request } = making;
  const film = await filmOf(making);
  const composed = async () => {
    const picture = await shownTake(world, pictureId);
    if (!picture) throw new Problem('scene_has_no_picture', { sceneIndex: film.sceneIndex });
    await approvePicture(world, film.scene, { takeId: picture.id, how: 'as-asked' });
    return { ...composeVideoRequest(film, picture, request.seed), parentIds: [pictureId] };
  };
  const [clipId] = await makeOne(making, 'video', request.clip, film, composed, (done) => 0.5 + done / 2);
  if (clipId === undefined) {
    throw new Problem('provider_permanent', { provider: request.clip.provider, reason: 'it made no clip' });
  }
  return clipId;
}

/** Waits for one of the two halves: taken over from before, or put on record if no earlier run has. */
async function makeOne(
  making: Making,
  role: 'image' | 'video',
  child: StoredChild,
  film: SceneInFilm,
  composed: () => Composed | Promise<Composed>,
  share: (done: number) => number,
): Promise<readonly string[]> {
  const { world, row, signal } = making;
  if (!(await getGeneration(world.database.kysely, child.generationId))) {
    const actor = actorOf(making);
    const { request, inputsHash, parentIds } = await composed();
    const before = (trx: Trx) => goOn(trx, row.id, role);
    const reused = await reuse(making, actor, role, child, { inputsHash, parentIds, before });
    if (reused) return [reused.id];
    const chosen = await chosenFor(making, actor, role, child);
    const wanted = { role, chosen, workId: making.workId, sceneId: film.scene.id, request, inputsHash, picks: true };
    const { generationId, jobId } = child;
    await requestGeneration(world, actor, wanted, { ids: { generationId, jobId }, before });
  }
  await waitForJob(world, child.jobId, { signal, onProgress: (done) => making.report(share(done)) });
  return (await getGeneration(world.database.kysely, child.generationId))?.takeIds ?? [];
}

/** Takes over what was made of the same inputs before, where that was asked for; null where there is none. */
async function reuse(
  { world, request: { sceneId, reuse: asked, seed } }: Making,
  actor: Actor,
  kind: 'image' | 'video',
  { provider, model }: StoredChild,
  half: Pick<Composed, 'inputsHash' | 'parentIds'> & { readonly before: (trx: Trx) => Promise<void> },
): Promise<TakeRow | null> {
  if (asked === undefined) return null;
  const { inputsHash, parentIds, before } = half;
  const { workspaceId } = actor;
  const ofSeed = asked === 'same seed' ? { seed } : {};
  const inputs = { workspaceId, kind, provider, model, inputsHash, ...ofSeed };
  return world.database.transaction(async (trx) => {
    await before(trx);
    const scene = await lockScene(trx, sceneId);
    const earlier = scene && (await findReusable(world, inputs, trx));
    return earlier && reuseTake(trx, world, actor, { scene, earlier, parentIds, picks: true });
  });
}

/** Who asked for the scene. */
function actorOf({ world, row, request }: Making): Actor {
  const { tokenId = null } = request;
  return { workspaceId: row.workspaceId, userId: row.createdBy ?? world.owner.userId, tokenId };
}

type Composed = Pick<WantedGeneration, 'request' | 'inputsHash'> & {
  /** The pictures a clip is made from. */
  readonly parentIds?: readonly string[] | undefined;
};

/** In the transaction that starts a half: a cancel that came before stops it, one that comes after finds it. */
async function goOn(trx: Trx, jobId: string, role: 'image' | 'video'): Promise<void> {
  const stage = role === 'image' ? 'picture' : 'clip';
  if (!(await updateJob(trx, jobId, { status: 'running', stage }))) throw new Problem('cancelled');
}

/** The engine that was chosen when it was asked for, with the key it brought along. */
function chosenFor(
  { world, row }: Making,
  actor: Actor,
  role: 'image' | 'video',
  child: StoredChild,
): Promise<ChosenModel> {
  const provider = findProvider(world, child.provider, role);
  const sealed = row.sealedKey === null ? null : world.secrets.open(row.sealedKey, row.sealedKeyId ?? '');
  const keys = sealed === null ? null : SceneKeys.parse(JSON.parse(sealed));
  return chooseAgain(world, actor, role, { provider, model: child.model, apiKey: keys?.[role] });
}

function filmOf({ world, workId, request }: Making): Promise<SceneInFilm> {
  return sceneInFilm(world, workId, { id: request.sceneId });
}
