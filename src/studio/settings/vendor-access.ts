import { Problem } from '#contract/problems.ts';
import type { Provider, ProviderContext } from '#providers/provider.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import { getProviderSetting, type ProviderPreferences } from '#store/provider-settings.ts';
import type { World } from '../world.ts';
import { baseUrlFor } from './base-url-for.ts';

/** Where and how a provider is asked for a user: their address, what they have set, the `fetch` that may go there. */
export type VendorAccess = Pick<ProviderContext, 'baseUrl' | 'settings' | 'fetch'>;

/**
 * How a provider is asked for a user; the key is apart (`openKey`).
 *
 * @param givenBaseUrl in place of the one the user has stored
 * @throws Problem `url_refused` where the user's address is not allowed (any more), `provider_invalid_input` where their
 *   settings do not fit (any more)
 */
export async function vendorAccess(
  world: Pick<World, 'database' | 'baseUrls' | 'fetchOrigins' | 'vendorFetch' | 'publicFetch'>,
  provider: Provider,
  userId: string | null,
  givenBaseUrl?: string,
): Promise<VendorAccess> {
  const stored = userId === null ? null : await getProviderSetting(world.database.kysely, userId, vendorOf(provider));
  const { baseUrl, isPublicOnly } = baseUrlFor(world, provider, givenBaseUrl ?? stored?.settings.baseUrl);
  const settings = settingsOf(provider, stored?.settings.settings);
  return {
    fetch: isPublicOnly ? world.publicFetch : world.vendorFetch,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(settings === undefined ? {} : { settings }),
  };
}

/** As the provider reads them; undefined where it has none, or the user set none and it does not do without. */
function settingsOf(provider: Provider, given: ProviderPreferences['settings']): unknown {
  const parsed = provider.settings?.safeParse(given ?? {});
  if (parsed === undefined || parsed.success) return parsed?.data;
  if (given === undefined) return undefined;
  const [issue] = parsed.error.issues;
  const reason = `its settings do not fit any more (${issue?.path.join('.')}: ${issue?.message}): save them again`;
  throw new Problem('provider_invalid_input', { provider: provider.label, reason });
}
