import { writeAudit } from '#store/audit.ts';
import { revokeSessions } from '#store/sessions.ts';
import { setPasswordHash } from '#store/users.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { hashPassword } from './hash-password.ts';
import { provePassword } from './prove-password.ts';
import type { Visitor } from './visitor.ts';

/**
 * Changes the password and ends every session but the one that asks.
 *
 * @throws Problem `wrong_password`, `rate_limited`
 */
export async function changePassword(
  world: Pick<World, 'database' | 'accounts'>,
  actor: Actor,
  change: { readonly currentPassword: string; readonly newPassword: string },
  by: Visitor & { readonly credential: string; readonly sessionId: string | null },
): Promise<void> {
  await provePassword(world, actor, change.currentPassword, by);
  const passwordHash = await hashPassword(change.newPassword);
  await world.database.transaction(async (trx) => {
    await setPasswordHash(trx, actor.userId, passwordHash);
    await revokeSessions(trx, { userId: actor.userId, ...(by.sessionId === null ? {} : { but: by.sessionId }) });
    await writeAudit(trx, { ...actor, credential: by.credential, verb: 'password', target: actor.userId });
  });
  world.accounts.credentials.forget();
}
