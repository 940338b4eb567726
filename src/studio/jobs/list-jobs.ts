import type { Job, JobStatus } from '#contract/job.ts';
import * as store from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import type { World } from '../world.ts';
import { jobOf } from './job-of.ts';

/** Jobs of the actor's workspace, the newest first; those without a work are seen by who asked for them only. */
export async function listJobs(
  world: Pick<World, 'database'>,
  actor: Actor,
  wanted: { readonly workId?: string | undefined; readonly status?: JobStatus | undefined } & WantedPage,
): Promise<Listed<Job>> {
  const rows = await store.listJobs(world.database.kysely, {
    workspaceId: actor.workspaceId,
    seenBy: actor.userId,
    ...storePage(wanted),
    ...(wanted.workId === undefined ? {} : { workId: wanted.workId }),
    ...(wanted.status === undefined ? {} : { status: [wanted.status] }),
  });
  return listedPage(rows, wanted, ({ createdAt, id }) => ({ atMs: createdAt, id }), jobOf);
}
