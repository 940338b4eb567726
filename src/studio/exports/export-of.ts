import type { Export } from '#contract/export.ts';
import { framesToSeconds, fpsToNumber } from '#domain/frames.ts';
import { countExportsAhead, type ExportRow } from '#store/exports.ts';
import type { JobRow } from '#store/jobs.ts';
import { getMedia } from '#store/media.ts';
import type { WorkRow } from '#store/works.ts';
import type { World } from '../world.ts';
import { exportReport } from './export-report.ts';
import { ExportSettings } from './export-settings.ts';

/** What an export is shown with. */
interface ExportContext {
  readonly work: Pick<WorkRow, 'projectId' | 'revision'>;
  readonly job: Pick<JobRow, 'id' | 'progress'> | null;
}

/** A stored export as clients see it. */
export async function exportOf(
  world: Pick<World, 'database'>,
  row: ExportRow,
  { work, job }: ExportContext,
): Promise<Export> {
  const db = world.database.kysely;
  const media = row.sha256 ? await getMedia(db, row.sha256) : null;
  const report = exportReport(row);
  const { revision, posterFrame: _, ...settings } = ExportSettings.parse(row.settings);
  const { width, height, fps, texts } = row.timeline;
  const isRunning = row.state === 'running';
  const isPaused = row.state === 'queued' && row.pausedAt !== null;
  const address = `/api/projects/${work.projectId}/works/${row.workId}/exports/${row.id}`;
  const hasWords = texts.some(({ text }) => text.trim() !== '');
  return {
    id: row.id,
    workId: row.workId,
    jobId: job?.id ?? null,
    status: row.state,
    framesDone: isRunning && job ? Math.floor(job.progress * row.framesTotal) : row.framesDone,
    framesTotal: row.framesTotal,
    sizeBytes: media?.sizeBytes ?? null,
    durationS: framesToSeconds(row.framesTotal, fps),
    notes: report.notes,
    ...(row.error === null ? {} : { error: row.error.message }),
    url: media ? `${address}/file` : null,
    createdAt: row.createdAt,
    width,
    height,
    fps: fpsToNumber(fps),
    ...settings,
    ahead: row.state === 'queued' && !isPaused ? await countExportsAhead(db, row) : null,
    ...(isPaused ? { isPaused } : {}),
    startedAt: report.startedAt,
    finishedAt: report.finishedAt,
    stage: report.stage,
    stages: report.stages,
    etaMs: isRunning ? report.etaMs : null,
    segments:
      report.segments === null
        ? null
        : {
            total: report.segments,
            reused: report.reused,
            done: report.segmentsDone,
            ...(isRunning ? { pieces: report.pieces } : {}),
          },
    editsSince: revision === null ? null : Math.max(0, work.revision - revision),
    captionsUrl: hasWords ? `${address}/captions.srt` : null,
    posterUrl: media ? `${address}/poster` : null,
    bundleUrl: media ? `${address}/bundle.zip` : null,
  };
}
