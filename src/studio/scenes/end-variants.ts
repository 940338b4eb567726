import { Problem } from '#contract/problems.ts';
import { appendEvent } from '#store/events.ts';
import { updateJob, type JobRow } from '#store/jobs.ts';
import { getScene } from '#store/scenes.ts';
import { getTake } from '#store/takes.ts';
import { sumCosts } from '../costs/sum-costs.ts';
import { storedError } from '../stored-error.ts';
import type { World } from '../world.ts';
import { approvePicture } from './approve-picture.ts';
import { StoredVariants } from './stored-variants.ts';
import { urlsOfScene } from './urls-of-scene.ts';

/** How one variant ended: with its takes, or with what went wrong in its own job. */
export type EndedVariant =
  | { readonly takeIds: readonly string[]; readonly costMicroUsd?: number | null }
  | { readonly jobId: string; readonly problem: Problem };

/**
 * Ends the job of several variants: well if one of them is there, and then it names those that are not.
 *
 * One that has been cancelled meanwhile stays so. Where nothing came it fails with what went wrong first, or with the doubt
 * there is about one; the jobs that are named tell the rest.
 */
export async function endVariants(
  world: Pick<World, 'database' | 'log'>,
  job: JobRow,
  ended: readonly EndedVariant[],
): Promise<void> {
  const made = ended.flatMap((one) => ('takeIds' in one ? [one] : []));
  const failed = ended.flatMap((one) => ('problem' in one ? [one] : []));
  const takeIds = made.flatMap((one) => one.takeIds);
  const costMicroUsd = sumCosts(made.map((one) => (one.costMicroUsd === undefined ? 0 : one.costMicroUsd)));
  const patch = made.length > 0 ? { ...(await goodEnd(world, job, takeIds, failed)), costMicroUsd } : badEnd(failed);
  await world.database.transaction(async (trx) => {
    if (!(await updateJob(trx, job.id, patch))) return;
    const data = { jobId: job.id, kind: job.kind, status: patch.status } as const;
    await appendEvent(trx, { workspaceId: job.workspaceId, workId: job.workId, type: 'job', data });
  });
}

type Failed = readonly { readonly jobId: string; readonly problem: Problem }[];

async function goodEnd(world: Pick<World, 'database'>, job: JobRow, takeIds: readonly string[], failed: Failed) {
  const { kysely } = world.database;
  const scene = await getScene(kysely, StoredVariants.parse(job.request).sceneId);
  if (scene && job.kind === 'scene') {
    // Of many pairs the picture of the clip that came last is the one to be shown with it.
    const clip = scene.pickedVideoTakeId === null ? null : await getTake(kysely, scene.pickedVideoTakeId);
    const [pictureId] = clip?.parentIds ?? [];
    if (clip && pictureId !== undefined && takeIds.includes(clip.id)) {
      await approvePicture(world, scene, { takeId: pictureId, how: 'as-asked' });
    }
  }
  const kind = job.kind === 'image' || job.kind === 'video' ? job.kind : 'scene';
  const urls = scene && (await urlsOfScene(kysely, scene, kind));
  const missing = failed.map(({ jobId, problem }) => ({ jobId, code: problem.code, error: problem.message }));
  return {
    status: 'done',
    progress: 1,
    stage: 'done',
    result: { takeIds, ...urls, ...(missing.length === 0 ? {} : { failed: missing }) },
  } as const;
}

function badEnd(failed: Failed) {
  const told =
    failed.find(({ problem }) => problem.code === 'submission_uncertain') ??
    failed.find(({ problem }) => problem.code !== 'cancelled') ??
    failed[0];
  const problem = told?.problem ?? new Problem('cancelled');
  const jobs = failed.map((one) => ({ jobId: one.jobId, code: one.problem.code }));
  const { code, message, facts } = storedError(problem);
  return {
    status: code === 'cancelled' ? 'cancelled' : 'failed',
    error: { code, message, facts: { ...facts, jobs } },
  } as const;
}
