import * as store from '#store/delete-account.ts';
import { writeAudit } from '#store/audit.ts';
import { listJobs } from '#store/jobs.ts';
import type { Actor } from './actor.ts';
import { cancelJob } from './cancel-job.ts';
import { provePassword } from './prove-password.ts';
import type { Visitor } from './visitor.ts';
import type { World } from './world.ts';

/**
 * Deletes the account with its projects, works, media, sessions and tokens, for good; what is under way is cancelled.
 *
 * @throws Problem `wrong_password`, `rate_limited`
 */
export async function deleteAccount(
  world: Pick<World, 'database' | 'files' | 'queue' | 'accounts'>,
  actor: Actor,
  password: string,
  by: Visitor & { readonly credential: string },
): Promise<void> {
  await provePassword(world, actor, password, by);
  const { workspaceId } = actor;
  const live = await listJobs(world.database.kysely, { workspaceId, status: ['queued', 'running', 'uncertain'] });
  for (const job of live) await cancelJob(world, actor, job.id);
  await store.deleteAccount(world.database, world.files, actor);
  world.accounts.credentials.forget();
  await writeAudit(world.database.kysely, {
    ...actor,
    credential: by.credential,
    verb: 'account_deleted',
    target: actor.userId,
  });
}
