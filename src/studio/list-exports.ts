import type { Export } from '#contract/export.ts';
import * as store from '#store/exports.ts';
import { listJobs } from '#store/jobs.ts';
import type { Actor } from './actor.ts';
import { exportOf } from './export-of.ts';
import type { World } from './world.ts';

/** The exports of a work, the newest first. */
export async function listExports(
  world: Pick<World, 'database'>,
  actor: Actor,
  { projectId, workId }: { readonly projectId: string; readonly workId: string },
): Promise<Export[]> {
  const rows = await store.listExports(world.database.kysely, { workId });
  const jobs = await listJobs(world.database.kysely, { workspaceId: actor.workspaceId, workId });
  const jobOfExport = new Map(jobs.map((job) => [job.targetId, job]));
  return Promise.all(rows.map((row) => exportOf(world, row, { projectId, job: jobOfExport.get(row.id) ?? null })));
}
