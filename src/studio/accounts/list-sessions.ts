import type { Session } from '#contract/session.ts';
import * as store from '#store/sessions.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/** Where the account is signed in, the last used first. */
export async function listSessions(
  world: Pick<World, 'database' | 'accounts'>,
  actor: Actor,
  currentId: string | null,
): Promise<Session[]> {
  const rows = await store.listSessions(world.database.kysely, actor.userId);
  return rows
    .map(({ id, userAgent, ip, createdAt, lastUsedAt, expiresAt }) => ({
      id,
      userAgent,
      ip,
      createdAt,
      lastUsedAt: Math.max(lastUsedAt, world.accounts.credentials.lastUsedAt(id) ?? 0),
      expiresAt,
      current: id === currentId,
    }))
    .toSorted((a, b) => b.lastUsedAt - a.lastUsedAt);
}
