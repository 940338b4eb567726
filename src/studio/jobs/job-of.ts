import type { Job } from '#contract/job.ts';
import { jobPlaces, type JobPlace } from '#store/job-places.ts';
import type { JobRow } from '#store/jobs.ts';
import type { World } from '../world.ts';
import { childrenOf, isBatch } from './children-of.ts';

/** A stored job as clients see it, with what it is about. */
export async function shownJob(world: Pick<World, 'database'>, row: JobRow): Promise<Job> {
  const places = await jobPlaces(world.database.kysely, [row.id]);
  return jobOf(row, places.get(row.id));
}

/** A stored job as clients see it, with what it is about where that was found out. */
export function jobOf(row: JobRow, place?: JobPlace): Job {
  const found = Object.entries(place ?? {}).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(found),
    ...(row.request !== null && (row.kind === 'scene' || isBatch(row)) ? { parts: [...childrenOf(row)] } : {}),
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
