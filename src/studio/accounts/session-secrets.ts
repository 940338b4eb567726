import type { SessionTokens } from '#contract/session.ts';
import type { NewSecrets } from '#store/sessions.ts';
import type { World } from '../world.ts';
import { hashOfSecret, newSecret } from './new-secret.ts';

/** How long the secrets of a session are good for. */
export const SESSION_S = { access: 3600, refresh: 30 * 24 * 3600 } as const;

/** Two fresh secrets of a session, and what is stored of them. */
export function sessionSecrets(world: Pick<World, 'random'>): {
  readonly tokens: SessionTokens;
  readonly stored: NewSecrets;
} {
  const accessToken = newSecret(world, 'access');
  const refreshToken = newSecret(world, 'refresh');
  return {
    tokens: { accessToken, refreshToken },
    stored: {
      accessSha256: hashOfSecret(accessToken),
      refreshSha256: hashOfSecret(refreshToken),
      accessS: SESSION_S.access,
      refreshS: SESSION_S.refresh,
    },
  };
}
