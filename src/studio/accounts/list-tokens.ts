import type { ApiToken } from '#contract/token.ts';
import { listApiTokens } from '#store/api-tokens.ts';
import type { Actor } from '../actor.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import type { World } from '../world.ts';
import { tokenOf } from './token-of.ts';

/** The API tokens of the actor, the newest first. */
export async function listTokens(
  world: Pick<World, 'database' | 'accounts'>,
  actor: Actor,
  page: WantedPage = {},
): Promise<Listed<ApiToken>> {
  const rows = await listApiTokens(world.database.kysely, actor.userId, storePage(page));
  return listedPage(
    rows,
    page,
    ({ id, createdAt }) => ({ id, atMs: createdAt }),
    (row) => tokenOf(row, world.accounts.credentials.lastUsedAt(row.id)),
  );
}
