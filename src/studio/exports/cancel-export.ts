import { listJobs } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { cancelJob } from '../jobs/cancel-job.ts';
import type { World } from '../world.ts';
import { findExport } from './find-export.ts';

/** Stops an export; one that has ended stays as it is. */
export async function cancelExport(
  world: World,
  actor: Actor,
  place: { readonly workId: string; readonly exportId: string },
): Promise<void> {
  const row = await findExport(world, actor, place);
  if (row.state !== 'queued' && row.state !== 'running') return;
  const [job] = await listJobs(world.database.kysely, { workspaceId: actor.workspaceId, targetId: row.id });
  if (job) await cancelJob(world, actor, job.id);
}
