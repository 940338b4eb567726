import { Problem } from '#contract/problems.ts';
import { framesToSeconds } from '#domain/frames.ts';
import { getExport } from '#store/exports.ts';
import { listJobs } from '#store/jobs.ts';
import { getMedia } from '#store/media.ts';
import { listTakes } from '#store/takes.ts';
import type { WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { sumCosts } from '../costs/sum-costs.ts';
import { exportReport } from '../exports/export-report.ts';
import { cancelJob } from '../jobs/cancel-job.ts';
import type { World } from '../world.ts';
import type { FilmBrief, MadeFilm } from './film-brief.ts';
import { filmMeter } from './film-meter.ts';
import type { FilmProgress } from './film-progress.ts';
import { finishFilm } from './finish-film.ts';
import { openFilm } from './open-film.ts';

export type { FilmBrief, MadeFilm } from './film-brief.ts';

/** How the making is watched and stopped. */
export interface Making {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FilmProgress) => void;
}

/**
 * Makes a film from a brief, from the first word to the MP4 in the store.
 *
 * Every step first looks for what an earlier run of the same brief left, so that a run that was killed anywhere is taken
 * up there. When it is stopped it cancels what is under way; what is finished is kept.
 */
export async function makeFilm(world: World, brief: FilmBrief, making: Making): Promise<MadeFilm> {
  const actor = world.owner;
  const meter = filmMeter(world.clock, making.onProgress);
  meter.begin('brief');
  const work = await openFilm(world, actor, brief);
  try {
    const plan = { ...brief, currentStep: 5 };
    const { exportId, sceneCount } = await finishFilm(world, actor, work, plan, meter, { signal: making.signal });
    return await describe(world, work, exportId, sceneCount, brief);
  } catch (error) {
    if (making.signal.aborted) await cancelUnderWay(world, actor, work.id);
    throw making.signal.aborted ? new Problem('cancelled', {}, { cause: error }) : error;
  } finally {
    meter.stop();
  }
}

async function describe(
  world: World,
  work: WorkRow,
  exportId: string,
  sceneCount: number,
  brief: FilmBrief,
): Promise<MadeFilm> {
  const row = await getExport(world.database.kysely, exportId);
  const media = row?.sha256 ? await getMedia(world.database.kysely, row.sha256) : null;
  if (!row || !media) throw new Problem('media_missing', { sha256: row?.sha256 ?? exportId });
  const takes = await listTakes(world.database.kysely, { workId: work.id });
  return {
    projectId: work.projectId,
    workId: work.id,
    exportId,
    sha256: media.sha256,
    sizeBytes: media.sizeBytes,
    durationS: framesToSeconds(row.framesTotal, row.timeline.fps),
    width: row.timeline.width,
    height: row.timeline.height,
    sceneCount,
    costMicroUsd: sumCosts(takes.map((take) => take.costMicroUsd)),
    sound: brief.musicPath ? 'your music' : brief.sound === 'bed' ? 'our sound bed' : 'no sound',
    notes: exportReport(row).notes,
  };
}

async function cancelUnderWay(world: World, actor: Actor, workId: string): Promise<void> {
  const jobs = await listJobs(world.database.kysely, {
    workspaceId: actor.workspaceId,
    workId,
    status: ['queued', 'running'],
  });
  for (const job of jobs) await cancelJob(world, actor, job.id);
}
