import type { Session } from '#contract/session.ts';
import * as store from '#store/sessions.ts';
import type { Actor } from '../actor.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import type { World } from '../world.ts';

/** Where the account is signed in, the last used first; one that is used meanwhile moves to the front. */
export async function listSessions(
  world: Pick<World, 'database' | 'accounts'>,
  actor: Actor,
  currentId: string | null,
  page: WantedPage = {},
): Promise<Listed<Session>> {
  const { after, limit } = storePage(page);
  const rows = await store.listSessions(world.database.kysely, actor.userId);
  // Sorted here, because the latest uses are not in the database yet.
  const sessions = rows
    .map(({ id, userAgent, ip, createdAt, lastUsedAt, expiresAt }) => ({
      id,
      userAgent,
      ip,
      createdAt,
      lastUsedAt: Math.max(lastUsedAt, world.accounts.credentials.lastUsedAt(id) ?? 0),
      expiresAt,
      current: id === currentId,
    }))
    .toSorted((a, b) => b.lastUsedAt - a.lastUsedAt || (a.id < b.id ? 1 : -1))
    .filter(
      ({ id, lastUsedAt }) =>
        after === undefined || lastUsedAt < after.atMs || (lastUsedAt === after.atMs && id < after.id),
    )
    .slice(0, limit);
  return listedPage(
    sessions,
    page,
    ({ id, lastUsedAt }) => ({ id, atMs: lastUsedAt }),
    (session) => session,
  );
}
