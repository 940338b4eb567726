import { mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ExportQuality } from '#contract/export.ts';
import { Problem } from '#contract/problems.ts';
import type { MediaFacts } from '#contract/take.ts';
import type { MediaRef } from '#contract/timeline.ts';
import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import { probe } from '#media/probe.ts';
import { exportTimeline, type ExportReport, type ExportRequest } from '#render/export-timeline.ts';
import { dropReferences } from '#store/drop-references.ts';
import { appendEvent } from '#store/events.ts';
import { getExport, updateExport, type ExportRow } from '#store/exports.ts';
import { updateJob } from '#store/jobs.ts';
import { keepMedia } from '#store/keep-media.ts';
import { getMediaOf } from '#store/media.ts';
import { getWork } from '#store/works.ts';
import { ExportPayload } from '../jobs/job-payload.ts';
import { progressWriter } from '../jobs/progress-writer.ts';
import { isWhole } from '../media/is-whole.ts';
import { storedError } from '../stored-error.ts';
import type { World } from '../world.ts';
import { forgetSegments, segmentsOfWork } from './segments-of-work.ts';

/** x264 settings by quality; `standard` is what a phone and a timeline of a social app show without loss to the eye. */
const encodings = {
  draft: { preset: 'ultrafast', crf: 26 },
  standard: { preset: 'veryfast', crf: 20 },
  high: { preset: 'medium', crf: 17 },
} as const satisfies Record<ExportQuality, { preset: string; crf: number }>;

const Settings = z.object({ quality: ExportQuality });
const DISK_NEEDED_BYTES = 300e6; // segments, sound and the joined file of a minute at 1080p, with room to spare

/** Renders an export from wherever it stands; segments that an earlier run finished are not made again. */
export async function runExport(world: World, job: RunningJob): Promise<JobOutcome> {
  const { exportId, jobId } = ExportPayload.parse(job.payload);
  const row = await updateExport(world.database.kysely, exportId, ['queued', 'running'], { state: 'running' });
  if (!row) return { status: 'done' };
  const progress = progressWriter(world, jobId);
  // Segments that are finished stay, so an export stops at once when the process closes.
  const signal = AbortSignal.any([job.signal, job.closing]);
  const scratch = join(world.directories.scratch, exportId);
  await mkdir(scratch, { recursive: true });
  try {
    await checkDisk(world);
    const path = join(scratch, 'film.mp4');
    const run = { path, scratch, signal, report: progress.report, cameFurther: () => cameFurther(world, job) };
    const film = await renderWhole(world, row, run);
    await progress.stop();
    await keep(world, row, jobId, path, film);
  } catch (error) {
    await progress.stop();
    if (signal.aborted && !job.signal.aborted) return { status: 'again', afterMs: 0 };
    if (job.signal.aborted) await leave(world, row, error);
    else await failExport(world, row, jobId, error);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  // Its work may have been deleted while the last piece was being kept.
  if (!(await getWork(world.database.kysely, row.workId))) await forgetSegments(world, row.workId);
  return { status: 'done' };
}

/** One more piece is kept: an export that goes on so ends some day, however often its process dies. */
function cameFurther(world: Pick<World, 'log'>, job: RunningJob): void {
  job.cameFurther?.().catch((error: unknown) => {
    world.log({ level: 'warn', event: 'crashes_not_forgotten', job: job.id, error: String(error) });
  });
}

interface Run {
  readonly path: string;
  readonly scratch: string;
  readonly signal: AbortSignal;
  readonly report: (done: number) => void;
  readonly cameFurther: () => void;
}

interface RenderedFilm {
  readonly report: ExportReport;
  readonly facts: MediaFacts;
}

/** Renders, and looks at what came out; a segment that was damaged on the disk costs one more render, not the export. */
async function renderWhole(world: World, row: ExportRow, run: Run): Promise<RenderedFilm> {
  try {
    return await renderOnce(world, row, run, {
      cacheDirectory: segmentsOfWork(world, row.workId),
      cachesDirectory: world.directories.segments,
    });
  } catch (error) {
    if (run.signal.aborted || !(error instanceof Problem) || error.code !== 'ffmpeg_failed') throw error;
    world.log({ level: 'warn', event: 'export_again_without_segments', exportId: row.id, error: error.message });
    return renderOnce(world, row, run, { cacheDirectory: join(run.scratch, 'segments') });
  }
}

/** Where segments are kept. */
type Caches = Pick<ExportRequest, 'cacheDirectory' | 'cachesDirectory'>;

async function renderOnce(world: World, row: ExportRow, run: Run, caches: Caches): Promise<RenderedFilm> {
  const report = await render(world, row, run, caches);
  const facts = await probe(run.path, { ffmpeg: world.ffmpeg.path });
  if (facts.frameCount !== null && facts.frameCount !== report.frameCount) {
    const reason = `it has ${facts.frameCount} of ${report.frameCount} frames`;
    throw new Problem('ffmpeg_failed', { doing: 'joining the film', reason });
  }
  return { report, facts };
}

function render(world: World, row: ExportRow, run: Run, caches: Caches): Promise<ExportReport> {
  return exportTimeline({
    timeline: row.timeline,
    resolve: (media) => resolve(world, row, media),
    outputPath: run.path,
    ...caches,
    scratchDirectory: run.scratch,
    ffmpeg: world.ffmpeg,
    quality: encodings[Settings.parse(row.settings).quality],
    signal: run.signal,
    onProgress: ({ framesDone, framesTotal, segmentsDone, segmentsReused }) => {
      if (segmentsDone > segmentsReused) run.cameFurther();
      run.report(framesDone / Math.max(1, framesTotal));
    },
  });
}

/** What the workspace has itself; that somebody else still has the same bytes helps nobody. */
async function resolve(
  world: World,
  { workspaceId }: ExportRow,
  media: MediaRef,
): Promise<{ path: string; facts: MediaFacts }> {
  const stored = await getMediaOf(world.database.kysely, workspaceId, media.sha256);
  if (!stored || !(await isWhole(world, media.sha256))) {
    const { assetId, sha256 } = media;
    throw assetId === undefined ? new Problem('media_missing', { sha256 }) : new Problem('asset_missing', { assetId });
  }
  const path = world.files.pathOf(media.sha256);
  return { path, facts: stored.facts ?? (await probe(path, { ffmpeg: world.ffmpeg.path })) };
}

async function keep(
  world: World,
  row: ExportRow,
  jobId: string,
  path: string,
  { report, facts }: RenderedFilm,
): Promise<void> {
  const { workspaceId, workId } = row;
  const kept = await keepMedia(world.database, world.files, {
    path,
    mime: 'video/mp4',
    facts,
    owner: { kind: 'export', id: row.id },
    workspaceId,
  });
  const isKept = await world.database.transaction(async (trx) => {
    const patch = {
      state: 'done',
      sha256: kept.sha256,
      framesDone: report.frameCount,
      framesTotal: report.frameCount,
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

/** Ends an export that failed; the sentence for the user stays with it. */
export async function failExport(world: World, row: ExportRow, jobId: string, error: unknown): Promise<void> {
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
    await updateExport(trx, row.id, ['queued', 'running'], { state: 'failed', error: storedError(problem) });
    await updateJob(trx, jobId, { status: 'failed', error: storedError(problem) });
    await appendEvent(trx, {
      workspaceId: row.workspaceId,
      workId: row.workId,
      type: 'export',
      data: { exportId: row.id, jobId, status: 'failed' },
    });
  });
}

async function checkDisk(world: World): Promise<void> {
  const { bavail, bsize } = await statfs(world.directories.scratch);
  if (bavail * bsize < DISK_NEEDED_BYTES) {
    throw new Problem('disk_low', {
      free: `${Math.round((bavail * bsize) / 1e6)} MB`,
      path: world.directories.scratch,
    });
  }
}
