import type { ProviderSetting } from '#contract/provider-setting.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import { getProviderSetting } from '#store/provider-settings.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { findListedProvider } from './find-listed-provider.ts';
import { providerSettingOf } from './provider-setting-of.ts';

/**
 * What somebody has set for a provider.
 *
 * @throws Problem `not_found` where there is no such provider
 */
export async function readSetting(
  world: Pick<World, 'database' | 'providers' | 'baseUrls' | 'fetchOrigins'>,
  actor: Actor,
  id: string,
): Promise<ProviderSetting> {
  const provider = findListedProvider(world, id);
  const row = await getProviderSetting(world.database.kysely, actor.userId, vendorOf(provider));
  return providerSettingOf(world, provider, row);
}
