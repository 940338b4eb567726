import type { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import type { ModelDescriptor, Provider } from '#providers/provider.ts';

/** A provider and the model of it that plays a role. */
export interface ChosenModel {
  readonly provider: Provider;
  readonly model: ModelDescriptor;
}

/** The engine every role falls back on: it needs no key and costs nothing. */
const KEYLESS = 'local';

/**
 * The model for a role: the keyless one unless another provider is named.
 *
 * @throws Problem `unknown_provider`
 */
export function chooseModel(providers: readonly Provider[], role: Role, providerId: string = KEYLESS): ChosenModel {
  const provider = providers.find((candidate) => candidate.id === providerId);
  const model = provider?.models.find((candidate) => candidate.role === role && candidate.retiredAt === undefined);
  if (!provider || !model) throw new Problem('unknown_provider', { provider: providerId, role });
  return { provider, model };
}
