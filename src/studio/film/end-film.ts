import { Problem } from '#contract/problems.ts';
import { appendEvent } from '#store/events.ts';
import { updateJob, type JobRow } from '#store/jobs.ts';
import { getWork } from '#store/works.ts';
import { endingOf } from '../ending-of.ts';
import { storedError } from '../stored-error.ts';
import type { World } from '../world.ts';
import type { FinishedFilm } from './finish-film.ts';

/** Ends the job of a film, with its export or with what went wrong; one that has been cancelled meanwhile stays so. */
export async function endFilm(
  world: Pick<World, 'database' | 'log'>,
  job: JobRow,
  ending: FinishedFilm | { readonly problem: Problem },
): Promise<void> {
  const isDone = 'exportId' in ending;
  const status = isDone ? 'done' : endingOf(ending.problem);
  const patch = isDone
    ? { progress: 1, stage: 'done', etaMs: null, result: await resultOf(world, job, ending) }
    : { etaMs: null, error: storedError(ending.problem) };
  if (status === 'failed' && !isDone) {
    world.log({ level: 'error', event: 'film_failed', jobId: job.id, code: ending.problem.code });
  }
  await world.database.transaction(async (trx) => {
    if (!(await updateJob(trx, job.id, { status, ...patch }))) return;
    const data = { jobId: job.id, kind: 'film', status } as const;
    await appendEvent(trx, { workspaceId: job.workspaceId, workId: job.workId, type: 'job', data });
  });
}

async function resultOf(world: Pick<World, 'database'>, job: JobRow, film: FinishedFilm) {
  const work = await getWork(world.database.kysely, job.workId ?? '');
  if (!work) throw new Problem('not_found', { what: 'such work' });
  const { exportId, durationS } = film;
  return { exportId, durationS, url: `/api/projects/${work.projectId}/works/${work.id}/exports/${exportId}/file` };
}
