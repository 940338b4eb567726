import type { Job } from '#contract/job.ts';
import type { JobRow } from '#store/jobs.ts';

/** A stored job as clients see it. */
export function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    kind: row.kind,
    workId: row.workId,
    status: row.status,
    progress: row.progress,
    stage: row.stage,
    ...(row.etaMs === null ? {} : { etaMs: row.etaMs }),
    ...(row.result === null ? {} : { result: row.result }),
    ...(row.error === null
      ? {}
      : { error: { code: row.error.code, error: row.error.message, details: row.error.facts } }),
    ...(row.costMicroUsd === null ? {} : { costMicroUsd: row.costMicroUsd }),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
