import { Problem } from '#contract/problems.ts';
import { revokeApiToken } from '#store/api-tokens.ts';
import { writeAudit } from '#store/audit.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * Revokes an API token of the actor.
 *
 * @throws Problem `not_found`
 */
export async function revokeToken(
  world: Pick<World, 'database' | 'accounts'>,
  actor: Actor,
  tokenId: string,
  credential: string,
): Promise<void> {
  const db = world.database.kysely;
  if (!(await revokeApiToken(db, actor.userId, tokenId))) throw new Problem('not_found', { what: 'such token' });
  world.accounts.credentials.forget();
  await writeAudit(db, { ...actor, credential, verb: 'token_revoked', target: tokenId });
}
