import type { Export } from '#contract/export.ts';
import { listJobs } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
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
  return exportOf(world, row, { projectId: place.projectId, job: job ?? null });
}
