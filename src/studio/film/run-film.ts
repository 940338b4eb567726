import { Problem } from '#contract/problems.ts';
import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import { getJob, type JobRow } from '#store/jobs.ts';
import { getWork } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { cancelJob } from '../jobs/cancel-job.ts';
import { FilmPayload } from '../jobs/job-payload.ts';
import { progressWriter } from '../jobs/progress-writer.ts';
import type { World } from '../world.ts';
import { endFilm } from './end-film.ts';
import { filmMeter } from './film-meter.ts';
import { StoredFilmRequest } from './film-request.ts';
import { finishFilm, STEP_OF_BOARD } from './finish-film.ts';

/**
 * Makes the film of a work with the built-in engines, which cost nothing, from wherever it stands.
 *
 * Run again after a restart, it waits for what is under way and makes nothing that is there. Cancelled, it stops what it
 * was waiting for; what is finished is kept.
 */
export async function runFilm(world: World, job: RunningJob): Promise<JobOutcome> {
  const { jobId } = FilmPayload.parse(job.payload);
  const row = await getJob(world.database.kysely, jobId);
  if (!row || (row.status !== 'queued' && row.status !== 'running')) return { status: 'done' };
  const children = new Set<string>();
  const progress = progressWriter(world, jobId);
  try {
    const film = await makeIt(world, row, job, children, progress.report);
    await progress.stop();
    await endFilm(world, row, film);
  } catch (error) {
    await progress.stop();
    if (job.closing.aborted && !job.signal.aborted) return { status: 'again', afterMs: 0 };
    if (job.signal.aborted) {
      if ((await getJob(world.database.kysely, jobId))?.status !== 'cancelled') throw error; // another process has it
      await stopAll(world, actorOf(world, row), children);
      return { status: 'done' };
    }
    if (!(error instanceof Problem)) throw error; // ours: tried again, then given up
    await stopAll(world, actorOf(world, row), children);
    await endFilm(world, row, { problem: error });
  }
  return { status: 'done' };
}

async function makeIt(
  world: World,
  row: JobRow,
  job: RunningJob,
  children: Set<string>,
  report: (done: number, told: { readonly stage: string; readonly etaMs: number | null }) => void,
) {
  const work = await getWork(world.database.kysely, row.workId ?? '');
  if (!work) throw new Problem('not_found', { what: 'such work' });
  const { seed } = StoredFilmRequest.parse(row.request);
  const meter = filmMeter(world.clock, ({ done, step, leftMs }) =>
    report(done, { stage: step, etaMs: leftMs === null ? null : Math.round(leftMs) }),
  );
  const plan = {
    seed,
    sound: 'bed',
    musicPath: null,
    choice: { providerId: 'local' },
    currentStep: STEP_OF_BOARD,
    // Laid out by an earlier run, and perhaps edited since.
    timeline: row.stage === 'export' ? work.timeline : null,
  } as const;
  const signal = AbortSignal.any([job.signal, job.closing]);
  const onJob = (jobId: string): void => void children.add(jobId);
  try {
    return await finishFilm(world, actorOf(world, row), work, plan, meter, { signal, onJob });
  } finally {
    meter.stop();
  }
}

/** Cancels what is under way for it; what has ended stays as it is. */
async function stopAll(world: World, actor: Actor, jobIds: ReadonlySet<string>): Promise<void> {
  for (const id of jobIds) {
    if (await getJob(world.database.kysely, id)) await cancelJob(world, actor, id);
  }
}

function actorOf(world: Pick<World, 'owner'>, row: JobRow): Actor {
  const { tokenId } = StoredFilmRequest.parse(row.request);
  return { workspaceId: row.workspaceId, userId: row.createdBy ?? world.owner.userId, tokenId };
}
