import type { Job, JobStatus, WantedJobs } from '#contract/job.ts';
import { jobPlaces } from '#store/job-places.ts';
import * as store from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import type { World } from '../world.ts';
import { jobOf } from './job-of.ts';

const ACTIVE: readonly JobStatus[] = ['queued', 'running', 'uncertain'];

/** Jobs of the actor's workspace, the newest first; those without a work are seen by who asked for them only. */
export async function listJobs(
  world: Pick<World, 'database'>,
  actor: Actor,
  wanted: { readonly workId?: string | undefined; readonly status?: WantedJobs | undefined } & WantedPage,
): Promise<Listed<Job>> {
  const rows = await store.listJobs(world.database.kysely, {
    workspaceId: actor.workspaceId,
    seenBy: actor.userId,
    ...storePage(wanted),
    ...(wanted.workId === undefined ? {} : { workId: wanted.workId }),
    ...(wanted.status === undefined ? {} : { status: wanted.status === 'active' ? ACTIVE : [wanted.status] }),
  });
  const ids = rows.map(({ id }) => id);
  const places = await jobPlaces(world.database.kysely, ids);
  return listedPage(rows, wanted, placeOf, (row) => jobOf(row, places.get(row.id)));
}

const placeOf = ({ createdAt, id }: store.JobRow) => ({ atMs: createdAt, id });
