import type { Export } from '#contract/export.ts';
import { framesToSeconds } from '#domain/frames.ts';
import type { ExportRow } from '#store/exports.ts';
import type { JobRow } from '#store/jobs.ts';
import { getMedia } from '#store/media.ts';
import type { World } from '../world.ts';
import { exportNotes } from './export-notes.ts';

/** A stored export as clients see it. */
export async function exportOf(
  world: Pick<World, 'database'>,
  row: ExportRow,
  { projectId, job }: { readonly projectId: string; readonly job: Pick<JobRow, 'id' | 'progress'> | null },
): Promise<Export> {
  const media = row.sha256 ? await getMedia(world.database.kysely, row.sha256) : null;
  return {
    id: row.id,
    workId: row.workId,
    jobId: job?.id ?? null,
    status: row.state,
    framesDone: row.state === 'running' && job ? Math.floor(job.progress * row.framesTotal) : row.framesDone,
    framesTotal: row.framesTotal,
    sizeBytes: media?.sizeBytes ?? null,
    durationS: framesToSeconds(row.framesTotal, row.timeline.fps),
    notes: [...exportNotes(row)],
    ...(row.error === null ? {} : { error: row.error.message }),
    url: media ? `/api/projects/${projectId}/works/${row.workId}/exports/${row.id}/file` : null,
    createdAt: row.createdAt,
  };
}
