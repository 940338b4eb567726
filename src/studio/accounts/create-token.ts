import type { NewApiToken, TokenFields } from '#contract/token.ts';
import { insertApiToken } from '#store/api-tokens.ts';
import { writeAudit } from '#store/audit.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../new-id.ts';
import type { World } from '../world.ts';
import { hashOfSecret, newSecret } from './new-secret.ts';
import { tokenOf } from './token-of.ts';

const PREFIX_LENGTH = 11; // `sw_` and eight characters: enough to recognise it, 208 of 256 bits stay unknown

/** Makes an API token of the actor; what comes back is the only time that it can be read. */
export async function createToken(
  world: Pick<World, 'database' | 'clock' | 'random'>,
  actor: Actor,
  fields: TokenFields,
  credential: string,
): Promise<NewApiToken> {
  const token = newSecret(world, 'token');
  const row = await world.database.transaction(async (trx) => {
    const stored = await insertApiToken(trx, {
      id: newId(world, 'token'),
      workspaceId: actor.workspaceId,
      userId: actor.userId,
      name: fields.name,
      tokenPrefix: token.slice(0, PREFIX_LENGTH),
      sha256: hashOfSecret(token),
      scopes: [...new Set(fields.scopes)],
      expiresInDays: fields.expiresInDays ?? null,
    });
    await writeAudit(trx, { ...actor, credential, verb: 'token_created', target: stored.id });
    return stored;
  });
  return { token, meta: tokenOf(row) };
}
