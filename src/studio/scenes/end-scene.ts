import { Problem } from '#contract/problems.ts';
import { appendEvent } from '#store/events.ts';
import { getGeneration } from '#store/generations.ts';
import { updateJob, type JobRow } from '#store/jobs.ts';
import { getScene } from '#store/scenes.ts';
import { releaseUnstarted } from '../costs/hold-scene.ts';
import { sumCosts } from '../costs/sum-costs.ts';
import { endingOf } from '../ending-of.ts';
import { storedError } from '../stored-error.ts';
import type { World } from '../world.ts';
import { sceneMediaUrl } from './scene-media-url.ts';
import { halvesOf, type StoredSceneRequest } from './scene-request.ts';

/** How the job of a scene ended; a failure names the picture it has all the same. */
export type SceneEnding =
  | { readonly takeIds: readonly [pictureId: string, clipId: string] }
  | { readonly problem: Problem; readonly pictureId: string | null };

/** Ends the job of a scene; one that has been cancelled meanwhile stays so. */
export async function endScene(
  world: Pick<World, 'database' | 'log'>,
  job: JobRow,
  request: StoredSceneRequest,
  ending: SceneEnding,
): Promise<void> {
  const scene = await getScene(world.database.kysely, request.sceneId);
  const urls = scene && {
    imageUrl: await sceneMediaUrl(world.database.kysely, scene, 'image'),
    videoUrl: await sceneMediaUrl(world.database.kysely, scene, 'video'),
  };
  const costMicroUsd = await costOf(world, request);
  const isDone = 'takeIds' in ending;
  const status = isDone ? 'done' : endingOf(ending.problem);
  const patch = isDone
    ? { progress: 1, stage: 'done', result: { takeIds: ending.takeIds, ...urls } }
    : { error: storedError(withPicture(ending.problem, ending.pictureId, urls?.imageUrl)) };
  if (status === 'failed' && !isDone) {
    world.log({ level: 'error', event: 'scene_failed', jobId: job.id, code: ending.problem.code });
  }
  await world.database.transaction(async (trx) => {
    if (!(await updateJob(trx, job.id, { status, costMicroUsd, ...patch }))) return;
    await releaseUnstarted(trx, halvesOf(request));
    const data = { jobId: job.id, status, sceneId: request.sceneId } as const;
    await appendEvent(trx, { workspaceId: job.workspaceId, workId: job.workId, type: 'job', data });
  });
}

function withPicture(problem: Problem, pictureId: string | null, imageUrl: string | undefined): Problem {
  if (pictureId === null || imageUrl === undefined) return problem;
  return new Problem(problem.code, { ...problem.facts, imageUrl, imageTakeId: pictureId }, { cause: problem });
}

/** Of both halves, as far as they were made; what was taken over cost nothing. */
async function costOf(world: Pick<World, 'database'>, request: StoredSceneRequest): Promise<number | null> {
  const costs: (number | null)[] = [];
  for (const { generationId } of halvesOf(request)) {
    const generation = await getGeneration(world.database.kysely, generationId);
    costs.push(generation?.state === 'done' ? generation.costMicroUsd : (generation?.costMicroUsd ?? 0));
  }
  return sumCosts(costs);
}
