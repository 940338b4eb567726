import { writeAudit } from '#store/audit.ts';
import { findSession, revokeSessions } from '#store/sessions.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { hashOfSecret } from './new-secret.ts';

/** Ends the session that asks, and the one of a refresh token where one of the same user's is given. */
export async function logOut(
  world: Pick<World, 'database' | 'accounts'>,
  actor: Actor,
  by: { readonly sessionId: string | null; readonly refreshToken: string | null },
): Promise<void> {
  const db = world.database.kysely;
  const other = by.refreshToken === null ? null : await findSession(db, hashOfSecret(by.refreshToken), 'refresh');
  for (const sessionId of new Set([by.sessionId, other?.id ?? null])) {
    if (sessionId === null || (await revokeSessions(db, { sessionId, userId: actor.userId })) === 0) continue;
    await writeAudit(db, { ...actor, credential: by.sessionId ?? 'none', verb: 'logout', target: sessionId });
  }
  world.accounts.credentials.forget();
}
