import type { Role } from '#contract/generation.ts';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { Provider } from '#providers/provider.ts';

const ROLES: readonly Role[] = ['vision', 'llm', 'image', 'video'];

/** The engines as the documented flat list: one entry for each role an engine plays. */
export function listProviders(providers: readonly Provider[]): ProviderInfo[] {
  return providers.flatMap((provider) =>
    ROLES.flatMap((category) => {
      const models = provider.models.filter((model) => model.role === category);
      if (models.length === 0) return [];
      const { id, label: name, description, keyless } = provider;
      return [{ id, name, category, description, keyless, models: models.map(modelInfo) }];
    }),
  );
}

function modelInfo(model: Provider['models'][number]): ProviderInfo['models'][number] {
  const { id, name, description, durations, prices, retiredAt } = model;
  return {
    id,
    name,
    description,
    ...(durations ? { durations: { ...durations, listS: durations.listS && [...durations.listS] } } : {}),
    prices: prices.map((price) => ({ ...price })),
    ...(retiredAt === undefined ? {} : { retiredAt }),
  };
}
