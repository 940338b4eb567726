import { Problem } from '#contract/problems.ts';
import type { DeadJob } from '#jobs/job-queue.ts';
import { getExport } from '#store/exports.ts';
import { getGeneration, isPastDeadline } from '#store/generations.ts';
import { getJob } from '#store/jobs.ts';
import { endDescriptions } from '../assets/end-descriptions.ts';
import { failExport } from '../exports/run-export.ts';
import { endFilm } from '../film/end-film.ts';
import { isAtItsEnd } from '../generation/generation-run.ts';
import { inDoubt, settleGeneration } from '../generation/settle-generation.ts';
import { giveUpDerivation } from '../media/run-derivation.ts';
import { BATCH_QUEUE, DERIVE_QUEUE, EXPORT_QUEUE, FILM_QUEUE, SCENE_QUEUE } from '../queues.ts';
import { endScene } from '../scenes/end-scene.ts';
import { endVariants } from '../scenes/end-variants.ts';
import { StoredSceneRequest } from '../scenes/scene-request.ts';
import type { World } from '../world.ts';
import { BatchPayload, ExportPayload, FilmPayload, JobPayload, ScenePayload } from './job-payload.ts';

/**
 * Ends what a job was for when the queue has given the job up, so that nothing waits for it for ever.
 *
 * A paid call that may have been taken becomes uncertain, never failed.
 */
export async function giveUpJob(world: World, job: DeadJob, failure: unknown): Promise<void> {
  const problem =
    failure instanceof Problem ? failure : new Problem('internal', { requestId: job.id }, { cause: failure });
  if (job.queue === DERIVE_QUEUE) return giveUpDerivation(world, job, problem);
  if (job.queue === EXPORT_QUEUE) {
    const { exportId, jobId } = ExportPayload.parse(job.payload);
    const row = await getExport(world.database.kysely, exportId);
    if (row) await failExport(world, row, jobId, problem);
    return;
  }
  if (job.queue === SCENE_QUEUE) {
    const row = await getJob(world.database.kysely, ScenePayload.parse(job.payload).jobId);
    if (row) await endScene(world, row, StoredSceneRequest.parse(row.request), { problem, pictureId: null });
    return;
  }
  if (job.queue === FILM_QUEUE) {
    const row = await getJob(world.database.kysely, FilmPayload.parse(job.payload).jobId);
    if (row) await endFilm(world, row, { problem });
    return;
  }
  if (job.queue === BATCH_QUEUE) {
    const row = await getJob(world.database.kysely, BatchPayload.parse(job.payload).jobId);
    if (row?.kind === 'describe') await endDescriptions(world, row.id, { problem });
    else if (row) await endVariants(world, row, [{ jobId: row.id, problem }]);
    return;
  }
  const { generationId, jobId } = JobPayload.parse(job.payload);
  const generation = await getGeneration(world.database.kysely, generationId);
  if (!generation || isAtItsEnd(generation)) return;
  // Nothing is wrong with the receipt: the job is put back within a minute, until the time of the generation is over.
  const isOurs = !(failure instanceof Problem);
  if (isOurs && generation.receipt !== null && !(await isPastDeadline(world.database.kysely, generationId))) return;
  const provider = world.providers.find((candidate) => candidate.id === generation.provider);
  const mayBePaid = generation.account !== null && generation.state !== 'queued';
  const ending = mayBePaid
    ? inDoubt({ label: provider?.label ?? generation.provider }, problem.message, failure)
    : problem;
  await settleGeneration(world, generation, jobId, ending);
}
