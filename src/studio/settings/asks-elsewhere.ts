import type { Provider } from '#providers/provider.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import type { World } from '../world.ts';

/** Where a provider is asked unless its user says otherwise, and all providers, which may share that. */
type Usually = Pick<World, 'providers' | 'baseUrls'>;

/**
 * Whether two addresses of a user's own lie on different origins, undefined being the usual one: a key that was given for
 * the first is no word that the second may have it.
 */
export function asksElsewhere(
  world: Usually,
  provider: Provider,
  before: string | undefined,
  after: string | undefined,
): boolean {
  return originOf(world, provider, before) !== originOf(world, provider, after);
}

/** What a user is told who changes the origin and does not say the key again. */
export function sayKeyAgain({ label }: Pick<Provider, 'label'>): string {
  return `the key stored for ${label} was given for another address: send the key again with the new baseUrl (apiKey)`;
}

function originOf(world: Usually, provider: Provider, own: string | undefined): string | null {
  const vendor = vendorOf(provider);
  const usual = world.baseUrls[vendor] ?? (world.providers.find(({ id }) => id === vendor) ?? provider).baseUrl;
  const baseUrl = own ?? usual;
  return baseUrl === undefined ? null : new URL(baseUrl).origin;
}
