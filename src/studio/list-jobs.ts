import type { Job, JobStatus } from '#contract/job.ts';
import * as store from '#store/jobs.ts';
import type { Actor } from './actor.ts';
import { jobOf } from './job-of.ts';
import type { World } from './world.ts';

const MOST_LISTED = 500; // far above what anybody looks at; the rest is found by work or state

/** Jobs of the actor's workspace, the newest first. */
export async function listJobs(
  world: Pick<World, 'database'>,
  actor: Actor,
  filter: { readonly workId?: string | undefined; readonly status?: JobStatus | undefined },
): Promise<Job[]> {
  const rows = await store.listJobs(world.database.kysely, {
    workspaceId: actor.workspaceId,
    limit: MOST_LISTED,
    ...(filter.workId === undefined ? {} : { workId: filter.workId }),
    ...(filter.status === undefined ? {} : { status: [filter.status] }),
  });
  return rows.map(jobOf);
}
