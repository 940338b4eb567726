import { writeAudit } from '#store/audit.ts';
import * as store from '#store/delete-account.ts';
import { listJobs } from '#store/jobs.ts';
import { listProjects } from '#store/projects.ts';
import type { Actor } from '../actor.ts';
import { withdrawalsEnd } from '../generation/withdrawals-end.ts';
import { cancelJob } from '../jobs/cancel-job.ts';
import { deleteProject } from '../projects/delete-project.ts';
import type { World } from '../world.ts';
import { provePassword } from './prove-password.ts';
import type { Visitor } from './visitor.ts';

const TOLD_WITHIN_MS = 5000;

/**
 * Deletes the account with its projects, works, media, sessions and tokens, for good; what is under way is cancelled.
 *
 * @throws Problem `wrong_password`, `rate_limited`
 */
export async function deleteAccount(
  world: Pick<World, 'database' | 'files' | 'queue' | 'directories' | 'accounts'>,
  actor: Actor,
  password: string,
  by: Visitor & { readonly credential: string },
): Promise<void> {
  await provePassword(world, actor, password, by);
  const { workspaceId } = actor;
  const db = world.database.kysely;
  for (const { id } of await listProjects(db, { workspaceId }))
    await deleteProject(world, actor, id, { ifRevision: null });
  // What is left: calls without a work, the trash, and what was begun a moment ago.
  const live = await listJobs(db, { workspaceId, status: ['queued', 'running', 'uncertain'] });
  for (const job of live) await cancelJob(world, actor, job.id);
  await withdrawalsEnd(world, workspaceId, TOLD_WITHIN_MS); // with the rows go the keys to tell the vendors by
  await store.deleteAccount(world.database, world.files, actor);
  world.accounts.credentials.forget();
  await writeAudit(db, { ...actor, credential: by.credential, verb: 'account_deleted', target: actor.userId });
}
