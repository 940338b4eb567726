import type { SessionTokens } from '#contract/session.ts';
import type { Trx } from '#store/database/tables.ts';
import { insertSession } from '#store/sessions.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { sessionSecrets } from './session-secrets.ts';
import type { Visitor } from './visitor.ts';

const MAX_USER_AGENT = 400; // long enough to recognise a browser by
const MAX_IP = 64; // an IPv6 address has 45; a proxy may hand on anything

/** Signs a user in, in the caller's transaction. */
export async function openSession(
  world: Pick<World, 'clock' | 'random'>,
  trx: Trx,
  actor: Actor,
  visitor: Visitor,
): Promise<{ readonly sessionId: string; readonly tokens: SessionTokens }> {
  const { tokens, stored } = sessionSecrets(world);
  const sessionId = newId(world, 'session');
  const userAgent = visitor.userAgent.slice(0, MAX_USER_AGENT);
  const ip = visitor.ip.slice(0, MAX_IP);
  const { userId, workspaceId } = actor;
  await insertSession(trx, { id: sessionId, userId, workspaceId, userAgent, ip }, stored);
  return { sessionId, tokens };
}
