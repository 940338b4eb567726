import type { ProviderSetting } from '#contract/provider-setting.ts';
import type { Provider } from '#providers/provider.ts';
import { takesKey } from '#providers/takes-key.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import type { ProviderSettingRow } from '#store/provider-settings.ts';
import type { World } from '../world.ts';
import { baseUrlFor } from './base-url-for.ts';

/** What is set for a provider, as its user sees it: the key is not in it. */
export function providerSettingOf(
  world: Pick<World, 'baseUrls' | 'fetchOrigins'>,
  provider: Provider,
  row: ProviderSettingRow | null,
): ProviderSetting {
  const { keyless } = provider;
  return {
    provider: provider.id,
    name: provider.label,
    vendor: vendorOf(provider),
    keyless,
    takesKey: takesKey(provider),
    needsKey: !keyless,
    hasKey: row !== null && row.sealedKey !== null,
    keyHint: row?.keyHint == null ? null : `…${row.keyHint}`,
    baseUrl: row?.settings.baseUrl ?? null,
    usualBaseUrl: baseUrlFor(world, provider, undefined).baseUrl ?? null,
    models: row?.settings.models ?? {},
    concurrent: row?.settings.concurrent ?? null,
    usualConcurrent: provider.limits?.concurrent ?? null,
    settings: row?.settings.settings ?? {},
    testedAt: row?.testedAt ?? null,
    testResult: row?.testResult ?? null,
    updatedAt: row?.updatedAt ?? null,
  };
}
