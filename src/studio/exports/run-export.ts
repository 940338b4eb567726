import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import type { ExportProgress } from '#render/follow-export.ts';
import { dropReferences } from '#store/drop-references.ts';
import { appendEvent } from '#store/events.ts';
import { beginExport, getExport, updateExport, type ExportRow } from '#store/exports.ts';
import { updateJob } from '#store/jobs.ts';
import { keepMedia } from '#store/keep-media.ts';
import { getWork } from '#store/works.ts';
import { ExportPayload } from '../jobs/job-payload.ts';
import { progressWriter } from '../jobs/progress-writer.ts';
import { storedError } from '../stored-error.ts';
import type { World } from '../world.ts';
import { diskLow, diskNeededBytes } from './check-disk.ts';
import { exportMeter } from './export-meter.ts';
import { exportReport } from './export-report.ts';
import { ExportSettings } from './export-settings.ts';
import { renderExport, type RenderedFilm } from './render-export.ts';
import { forgetSegments } from './segments-of-work.ts';

const LOOK_AGAIN_MS = 30_000; // one that is resumed is hurried; this is for one resumed in the moment it was looked at

/** Renders an export from wherever it stands; segments that an earlier run finished are not made again. */
export async function runExport(world: World, job: RunningJob): Promise<JobOutcome> {
  const { exportId, jobId } = ExportPayload.parse(job.payload);
  const row = await beginExport(world.database.kysely, exportId);
  if (!row) return waitOrLeave(world, exportId);
  const meter = exportMeter(world, exportReport(row).startedAt);
  const progress = progressWriter(world, jobId);
  // Segments that are finished stay, so an export stops at once when the process closes.
  const signal = AbortSignal.any([job.signal, job.closing]);
  const scratch = join(world.directories.scratch, exportId);
  await mkdir(scratch, { recursive: true });
  try {
    const path = join(scratch, 'film.mp4');
    const onProgress = (far: ExportProgress): void => {
      if (far.segmentsDone > far.segmentsReused) cameFurther(world, job);
      meter.follow(far);
      const live = meter.report();
      const told = { stage: far.stage, etaMs: live.etaMs, segmentsDone: far.segmentsDone };
      progress.report(far.framesDone / Math.max(1, far.framesTotal), told, (trx) =>
        updateExport(trx, row.id, ['running'], { report: live }),
      );
    };
    const film = await renderExport(world, row, { path, scratch, signal, onProgress });
    await progress.stop();
    await keep(world, row, { jobId, path, film, report: { ...film.report, ...meter.ended('done') } });
  } catch (thrown) {
    await progress.stop();
    const error = await withDisk(world, row, thrown);
    if (signal.aborted && !job.signal.aborted) return { status: 'again', afterMs: 0 };
    if (job.signal.aborted) await leave(world, row, error);
    else await failExport(world, row, jobId, error, meter.ended('failed'));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  // Its work may have been deleted while the last piece was being kept.
  if (!(await getWork(world.database.kysely, row.workId))) await forgetSegments(world, row.workId);
  return { status: 'done' };
}

/** Of an export that may not begin: paused, it waits; else it has ended. */
async function waitOrLeave(world: Pick<World, 'database'>, exportId: string): Promise<JobOutcome> {
  const row = await getExport(world.database.kysely, exportId);
  if (row?.state !== 'queued') return { status: 'done' };
  return { status: 'again', afterMs: row.pausedAt === null ? 0 : LOOK_AGAIN_MS };
}

/** One more piece is kept: an export that goes on so ends some day, however often its process dies. */
function cameFurther(world: Pick<World, 'log'>, job: RunningJob): void {
  job.cameFurther?.().catch((error: unknown) => {
    world.log({ level: 'warn', event: 'crashes_not_forgotten', job: job.id, error: String(error) });
  });
}

interface KeptFilm {
  readonly jobId: string;
  readonly path: string;
  readonly film: RenderedFilm;
  readonly report: object;
}

async function keep(world: World, row: ExportRow, { jobId, path, film, report }: KeptFilm): Promise<void> {
  const { workspaceId, workId } = row;
  const kept = await keepMedia(world.database, world.files, {
    path,
    mime: 'video/mp4',
    facts: film.facts,
    owner: { kind: 'export', id: row.id },
    workspaceId,
  });
  const isKept = await world.database.transaction(async (trx) => {
    const patch = {
      state: 'done',
      sha256: kept.sha256,
      framesDone: film.report.frameCount,
      framesTotal: film.report.frameCount,
      report,
    } as const;
    if (!(await updateExport(trx, row.id, ['running'], patch))) return false;
    await updateJob(trx, jobId, { status: 'done', progress: 1, stage: 'done', result: { exportId: row.id } });
    await appendEvent(trx, { workspaceId, workId, type: 'export', data: { exportId: row.id, jobId, status: 'done' } });
    return true;
  });
  // Cancelled or deleted in the last moment: nobody owns what was just kept.
  if (!isKept) await dropReferences(world.database, world.files, [{ kind: 'export', id: row.id }]);
}

/** Cancelled: the row says so already, or is gone. Handed over: the queue gives the job to another process. */
async function leave(world: World, row: ExportRow, error: unknown): Promise<void> {
  const now = await getExport(world.database.kysely, row.id);
  if (now && now.state !== 'cancelled') throw error;
}

const FULL_BELOW_BYTES = 20e6; // FFmpeg leaves this much unused when it finds no room for its next piece

/** FFmpeg’s words for a full disk depend on where it found out: what is free says it better. */
async function withDisk(world: World, row: ExportRow, error: unknown): Promise<unknown> {
  const isFull = Reflect.get(Object(error), 'code');
  if (isFull !== 'ENOSPC' && isFull !== 'ffmpeg_failed') return error;
  const freeBytes = await world.freeBytes(world.directories.scratch);
  if (isFull !== 'ENOSPC' && freeBytes > FULL_BELOW_BYTES) return error;
  return diskLow(world, freeBytes, diskNeededBytes(row.timeline, ExportSettings.parse(row.settings)));
}

/** Ends an export that failed; the sentence for the user stays with it. */
export async function failExport(
  world: World,
  row: ExportRow,
  jobId: string,
  error: unknown,
  report?: object,
): Promise<void> {
  const problem =
    error instanceof Problem
      ? error
      : new Problem('ffmpeg_failed', { doing: 'exporting', reason: String(error) }, { cause: error });
  world.log({
    level: 'error',
    event: 'export_failed',
    exportId: row.id,
    code: problem.code,
    cause: error instanceof Error ? error.stack : String(error),
  });
  await world.database.transaction(async (trx) => {
    await updateExport(trx, row.id, ['queued', 'running'], {
      state: 'failed',
      error: storedError(problem),
      ...(report && { report }),
    });
    await updateJob(trx, jobId, { status: 'failed', error: storedError(problem) });
    await appendEvent(trx, {
      workspaceId: row.workspaceId,
      workId: row.workId,
      type: 'export',
      data: { exportId: row.id, jobId, status: 'failed' },
    });
  });
}
