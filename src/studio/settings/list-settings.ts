import type { ProviderSetting } from '#contract/provider-setting.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import { listProviderSettings } from '#store/provider-settings.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { providerSettingOf } from './provider-setting-of.ts';

/** What somebody has set for each provider there is. */
export async function listSettings(
  world: Pick<World, 'database' | 'providers' | 'baseUrls' | 'fetchOrigins'>,
  actor: Actor,
): Promise<ProviderSetting[]> {
  const rows = await listProviderSettings(world.database.kysely, actor.userId);
  return world.providers.map((provider) =>
    providerSettingOf(world, provider, rows.find((row) => row.provider === vendorOf(provider)) ?? null),
  );
}
