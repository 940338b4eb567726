import type { Role } from '#contract/generation.ts';
import type { ModelDescriptor, Provider } from './provider.ts';

/**
 * What is known of a model: what the catalogue says; of one that it does not list, what its family does, without a price.
 *
 * undefined where the provider lists no model of this role at all.
 */
export function descriptorFor(
  provider: Pick<Provider, 'models'>,
  role: Role,
  modelId: string,
): ModelDescriptor | undefined {
  const ofRole = provider.models.filter((model) => model.role === role);
  const exact = ofRole.find((model) => model.id === modelId);
  if (exact) return exact;
  const family = ofRole.find((model) => model.retiredAt === undefined) ?? ofRole[0];
  if (!family) return undefined;
  const { retiredAt: _, replacedBy: __, ...like } = family;
  return { ...like, id: modelId, name: modelId, description: '', prices: [] };
}
