import type { Export } from '#contract/export.ts';
import { listJobs } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { exportOf } from './export-of.ts';
import { findExport } from './find-export.ts';

/** Which export of which work. */
export interface ExportPlace {
  readonly projectId: string;
  readonly workId: string;
  readonly exportId: string;
}

/** An export as clients see it, with the job that renders it. */
export async function readExport(world: Pick<World, 'database'>, actor: Actor, place: ExportPlace): Promise<Export> {
  const row = await findExport(world, actor, place);
  const [job] = await listJobs(world.database.kysely, { workspaceId: actor.workspaceId, targetId: row.id });
  const work = await findWork(world, actor, place);
  return exportOf(world, row, { work, job: job ?? null });
}
