import { Problem } from '#contract/problems.ts';
import type { Provider } from '#providers/provider.ts';
import type { World } from '../world.ts';

/**
 * The provider of a name.
 *
 * @throws Problem `not_found`
 */
export function findListedProvider(world: Pick<World, 'providers'>, id: string): Provider {
  const provider = world.providers.find((candidate) => candidate.id === id);
  if (!provider) throw new Problem('not_found', { what: 'such provider' });
  return provider;
}
