import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import type { ExportRow } from '#store/exports.ts';
import { type JobRow, listJobs, updateJob } from '#store/jobs.ts';

/** Says of a waiting export what it waits for; answers with its job, null where there is none. */
export async function markWaiting(
  trx: Trx,
  { id: exportId, workId, workspaceId }: Pick<ExportRow, 'id' | 'workId' | 'workspaceId'>,
  stage: 'waiting' | 'paused',
): Promise<JobRow | null> {
  const [job] = await listJobs(trx, { workspaceId, targetId: exportId });
  if (!job) return null;
  await updateJob(trx, job.id, { stage });
  const data = { exportId, jobId: job.id, status: 'queued' } as const;
  await appendEvent(trx, { workspaceId, workId, type: 'export', data });
  return job;
}
