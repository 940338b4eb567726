import { z } from 'zod';
import { Problem } from '#contract/problems.ts';
import { getExport } from '#store/exports.ts';
import { getGeneration, lockGeneration } from '#store/generations.ts';
import type { Trx } from '#store/database/tables.ts';
import { getJob, type JobRow } from '#store/jobs.ts';
import { getScene } from '#store/scenes.ts';
import { getWork } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { ExportSettings } from '../exports/export-settings.ts';
import { startExport } from '../exports/start-export.ts';
import { startFilmAgain } from '../film/start-film.ts';
import { chooseAgain } from '../generation/choose-again.ts';
import type { ModelChoices } from '../generation/choose-model.ts';
import { findProvider } from '../generation/find-provider.ts';
import { requestGeneration } from '../generation/request-generation.ts';
import { retryScene } from '../scenes/retry-scene.ts';
import type { World } from '../world.ts';
import { isBatch } from './children-of.ts';
import { findJob } from './find-job.ts';

/**
 * Does a job that failed or was cancelled once more: a new one, of the same request and the same model.
 *
 * The old key was wiped when the job ended, so it is given again, or the stored one is taken.
 *
 * @throws Problem `conflict` where the job has not failed; `not_found` where what it was for is gone
 */
export async function retryJob(world: World, actor: Actor, jobId: string, choices: ModelChoices): Promise<JobRow> {
  const job = await findJob(world, actor, jobId);
  const refusal = refusals[job.status];
  if (refusal !== null) throw new Problem('conflict', { reason: refusal, jobId });
  if (job.workId !== null && !(await getWork(world.database.kysely, job.workId))) {
    throw new Problem('not_found', { what: 'work of this job' });
  }
  const started = await startAgain(world, actor, job, choices);
  const row = await getJob(world.database.kysely, started.jobId);
  if (!row) throw new Problem('not_found', { what: 'such job' });
  return row;
}

const refusals: Readonly<Record<JobRow['status'], string | null>> = {
  queued: 'The job has not begun yet: wait for it, or cancel it',
  running: 'The job is still running: wait for it, or cancel it',
  done: 'The job is done: ask for a new one instead',
  uncertain:
    'It is not known whether the job was taken, and it may have been paid: say what became of it by POST /api/jobs/{jobId}/resolve',
  failed: null,
  cancelled: null,
};

async function startAgain(
  world: World,
  actor: Actor,
  job: JobRow,
  choices: ModelChoices,
): Promise<{ readonly jobId: string }> {
  if (isBatch(job)) throw new Problem('conflict', { reason: 'It was many jobs in one: do those that failed again' });
  switch (job.kind) {
    case 'scene':
      return retryScene(world, actor, job, choices);
    case 'film':
      return startFilmAgain(world, actor, job);
    case 'export':
      return retryExport(world, actor, job);
    case 'derive':
      throw new Problem('conflict', { reason: 'Previews are made again by themselves: just ask for them' });
    default:
      return retryGeneration(world, actor, job, choices);
  }
}

const Seeded = z.object({ seed: z.int().exactOptional() });

async function retryGeneration(
  world: World,
  actor: Actor,
  job: JobRow,
  choices: ModelChoices,
): Promise<{ readonly jobId: string }> {
  const before = await getGeneration(world.database.kysely, job.targetId ?? '');
  if (!before) throw new Problem('not_found', { what: 'generation of this job' });
  const { role, workId, sceneId, inputsHash } = before;
  if (sceneId !== null && !(await getScene(world.database.kysely, sceneId))) {
    throw new Problem('not_found', { what: 'scene of this job' });
  }
  const provider = findProvider(world, before.provider, role);
  const chosen = await chooseAgain(world, actor, role, { provider, model: before.model, apiKey: choices[role].apiKey });
  const wanted = {
    role,
    chosen,
    workId,
    sceneId,
    request: Object(before.request),
    inputsHash,
    kind: job.kind,
    ...(before.projectId === null ? {} : { projectId: before.projectId }),
  };
  // Another variant of the same inputs may be under way: that is not this one.
  const join = sceneId === null && workId !== null ? true : Seeded.parse(before.request);
  // Without a work there is none to lock: of two that do the same job again at once, the second joins the first.
  const alone = workId === null ? { before: async (trx: Trx) => void (await lockGeneration(trx, before.id)) } : {};
  return requestGeneration(world, actor, wanted, { join, ...alone });
}

async function retryExport(world: World, actor: Actor, job: JobRow): Promise<{ readonly jobId: string }> {
  const before = await getExport(world.database.kysely, job.targetId ?? '');
  if (!before) throw new Problem('not_found', { what: 'export of this job' });
  const { workId, timeline } = before;
  const settings = ExportSettings.parse(before.settings);
  const { jobId } = await startExport(world, actor, { workId, timeline, settings });
  if (jobId === null) throw new Problem('conflict', { reason: 'This edit has been exported meanwhile: download it' });
  return { jobId };
}
