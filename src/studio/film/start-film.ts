import { access, constants } from 'node:fs/promises';
import type { FilmWanted } from '#contract/film.ts';
import { Problem } from '#contract/problems.ts';
import { fieldsOfNewProject } from '#domain/project-presets.ts';
import { defaultResolution } from '#domain/resolution.ts';
import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { insertJob, listJobs, type JobRow } from '#store/jobs.ts';
import { insertProject } from '#store/projects.ts';
import { insertWork, lockWork } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { freshSeed } from '../generation/fresh-seed.ts';
import { newId } from '../new-id.ts';
import { findProject } from '../projects/find-project.ts';
import { FILM_QUEUE } from '../queues.ts';
import type { World } from '../world.ts';
import { StoredFilmRequest } from './film-request.ts';
import { STEP_OF_BOARD } from './finish-film.ts';
import { titleOf } from './title-of.ts';

const DEFAULT_DURATION_S = 15; // what the keyless demo promises

/**
 * Starts a film from one line, as a job: a work for it, in a project of its own unless one is named, all in one commit.
 *
 * @throws Problem `not_found` for a project that is not the actor's; `ffmpeg_missing` where it is gone since the start
 */
export async function startFilm(
  world: Pick<World, 'database' | 'queue' | 'clock' | 'random' | 'ffmpeg'>,
  actor: Actor,
  wanted: FilmWanted,
): Promise<{ readonly projectId: string; readonly workId: string; readonly jobId: string }> {
  await checkFfmpeg(world.ffmpeg.path);
  const name = wanted.name ?? titleOf(wanted.brief);
  const given = wanted.projectId === undefined ? null : await findProject(world, actor, wanted.projectId);
  const owned = { workspaceId: actor.workspaceId, createdBy: actor.userId };
  const seed = freshSeed(world);
  return world.database.transaction(async (trx) => {
    const projectId = given?.id ?? newId(world, 'project');
    if (given === null) {
      // No colours of the type's own: the film's palette comes from its words.
      const styleGuide = { color_palette: [] };
      const { projectType } = wanted;
      await insertProject(trx, { ...owned, id: projectId, ...fieldsOfNewProject({ name, projectType, styleGuide }) });
    }
    const { width, height } = wanted.resolution ?? defaultResolution;
    const work = await insertWork(trx, {
      ...owned,
      id: newId(world, 'work'),
      projectId,
      name,
      mode: 'content_remix',
      productName: wanted.name ?? null,
      productDescription: wanted.brief,
      targetAudience: wanted.audience ?? null,
      language: wanted.language ?? null,
      videoDurationS: wanted.durationS ?? DEFAULT_DURATION_S,
      width,
      height,
      currentStep: STEP_OF_BOARD,
    });
    const { jobId } = await recordFilmJob(trx, world, actor, work.id, seed);
    return { projectId, workId: work.id, jobId };
  });
}

/**
 * Starts a film that failed or was cancelled once more: what is there of it is kept, and what is under way is joined.
 *
 * @throws Problem `not_found` where its work is gone
 */
export async function startFilmAgain(
  world: Pick<World, 'database' | 'queue' | 'clock' | 'random'>,
  actor: Actor,
  job: JobRow,
): Promise<{ readonly jobId: string }> {
  const { seed } = StoredFilmRequest.parse(job.request);
  const workId = job.workId ?? '';
  return world.database.transaction(async (trx) => {
    if (!(await lockWork(trx, workId))) throw new Problem('not_found', { what: 'work of this job' });
    const underWay = await listJobs(trx, {
      workspaceId: actor.workspaceId,
      workId,
      status: ['queued', 'running'],
    });
    const same = underWay.find(({ kind }) => kind === 'film');
    return same ? { jobId: same.id } : recordFilmJob(trx, world, actor, workId, seed);
  });
}

/** Found when the server started; a film that could not be cut is better not begun. */
async function checkFfmpeg(path: string): Promise<void> {
  await access(path, constants.X_OK).catch((cause: unknown) => {
    throw new Problem('ffmpeg_missing', { reason: `${path} is gone` }, { cause });
  });
}

async function recordFilmJob(
  trx: Trx,
  world: Pick<World, 'queue' | 'clock' | 'random'>,
  actor: Actor,
  workId: string,
  seed: number,
): Promise<{ readonly jobId: string }> {
  const jobId = newId(world, 'job');
  const request: StoredFilmRequest = { seed, tokenId: actor.tokenId ?? null };
  await insertJob(trx, {
    id: jobId,
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    kind: 'film',
    workId,
    targetId: null,
    queueJobId: await world.queue.add(FILM_QUEUE, { jobId }, { db: trx }),
    stage: 'waiting',
    request,
  });
  const data = { jobId, kind: 'film', status: 'queued' } as const;
  await appendEvent(trx, { workspaceId: actor.workspaceId, workId, type: 'job', data });
  return { jobId };
}
