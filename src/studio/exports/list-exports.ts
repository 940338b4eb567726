import type { Export } from '#contract/export.ts';
import * as store from '#store/exports.ts';
import { listJobs } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { exportOf } from './export-of.ts';

/** The exports of a work, the newest first; all of them, or a page. */
export async function listExports(
  world: Pick<World, 'database'>,
  actor: Actor,
  { projectId, workId, ...page }: { readonly projectId: string; readonly workId: string } & WantedPage,
): Promise<Listed<Export>> {
  const work = await findWork(world, actor, { projectId, workId });
  const rows = await store.listExports(world.database.kysely, { workId, ...storePage(page) });
  const jobs = await listJobs(world.database.kysely, { workspaceId: actor.workspaceId, workId });
  const jobOfExport = new Map(jobs.map((job) => [job.targetId, job]));
  return listedPage(
    rows,
    page,
    (row) => ({ atMs: row.createdAt, id: row.id }),
    (row) => exportOf(world, row, { work, job: jobOfExport.get(row.id) ?? null }),
  );
}
