import { Problem } from '#contract/problems.ts';
import type { SessionTokens } from '#contract/session.ts';
import { writeAudit } from '#store/audit.ts';
import { exchangeRefresh } from '#store/sessions.ts';
import type { World } from '../world.ts';
import { hashOfSecret } from './new-secret.ts';
import { sessionSecrets } from './session-secrets.ts';

/**
 * Exchanges a refresh token for two new secrets, once.
 *
 * A token that was exchanged before is in the hands of two; nobody can say which is the thief, so the session ends for both.
 * Not so for one that was offered before the exchange was over, as by two tabs of a browser at once: it is refused.
 *
 * @throws Problem `unauthenticated`, `refresh_raced`
 */
export async function refreshSession(
  world: Pick<World, 'database' | 'random' | 'clock' | 'accounts'>,
  refreshToken: string,
): Promise<SessionTokens> {
  const offered = { atMs: world.clock.nowMs(), nowMs: () => world.clock.nowMs() };
  const { tokens, stored } = sessionSecrets(world);
  const { outcome } = await world.database.transaction(async (trx) => {
    const exchanged = await exchangeRefresh(trx, hashOfSecret(refreshToken), stored, offered);
    if (exchanged.outcome === 'reused') {
      const { id, userId, workspaceId } = exchanged.session;
      await writeAudit(trx, { userId, workspaceId, credential: 'none', verb: 'refresh_reused', target: id });
    }
    return exchanged;
  });
  if (outcome === 'reused') world.accounts.credentials.forget();
  if (outcome === 'raced') throw new Problem('refresh_raced');
  if (outcome !== 'exchanged') throw new Problem('unauthenticated');
  return tokens;
}
