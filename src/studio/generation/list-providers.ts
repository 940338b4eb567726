import type { Role } from '#contract/generation.ts';
import { ModelInfo, type ProviderInfo } from '#contract/provider-info.ts';
import { adapterOf } from '#providers/adapter-of.ts';
import { isRetired } from '#providers/is-retired.ts';
import { takesKey } from '#providers/takes-key.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import type { World } from '../world.ts';

const ROLES: readonly Role[] = ['vision', 'llm', 'image', 'video'];

/** The engines as the documented flat list: one entry for each role an engine plays. */
export function listProviders(world: Pick<World, 'providers' | 'clock'>): ProviderInfo[] {
  const nowMs = world.clock.nowMs();
  return world.providers.flatMap((provider) =>
    ROLES.filter((role) => provider[adapterOf[role]] !== undefined).map((category) => ({
      id: provider.id,
      name: provider.label,
      category,
      description: provider.description,
      keyless: provider.keyless,
      takesKey: takesKey(provider),
      needsKey: !provider.keyless,
      vendor: vendorOf(provider),
      onlyListedModels: provider.onlyListedModels === true,
      models: provider.models
        .filter((model) => model.role === category)
        .map((model) => ModelInfo.parse({ ...model, isRetired: isRetired(model, nowMs) })),
    })),
  );
}
