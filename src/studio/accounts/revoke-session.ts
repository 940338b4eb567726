import { Problem } from '#contract/problems.ts';
import { writeAudit } from '#store/audit.ts';
import { revokeSessions } from '#store/sessions.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * Ends a session of the actor.
 *
 * @throws Problem `not_found`
 */
export async function revokeSession(
  world: Pick<World, 'database' | 'accounts'>,
  actor: Actor,
  sessionId: string,
  credential: string,
): Promise<void> {
  const db = world.database.kysely;
  const ended = await revokeSessions(db, { sessionId, userId: actor.userId });
  if (ended === 0) throw new Problem('not_found', { what: 'such session' });
  world.accounts.credentials.forget();
  await writeAudit(db, { ...actor, credential, verb: 'session_revoked', target: sessionId });
}
