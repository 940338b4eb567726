import type { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import type { Provider } from '#providers/provider.ts';
import type { World } from '../world.ts';

/**
 * The provider that a stored request names.
 *
 * @throws Problem `unknown_provider` where this installation does not have it (any more)
 */
export function findProvider(world: Pick<World, 'providers'>, id: string, role: Role): Provider {
  const provider = world.providers.find((candidate) => candidate.id === id);
  if (!provider) throw new Problem('unknown_provider', { provider: id, role });
  return provider;
}
