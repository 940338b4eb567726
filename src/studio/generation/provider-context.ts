import { descriptorFor } from '#providers/descriptor-for.ts';
import { pricesOn } from '#providers/prices-on.ts';
import type { Provider, ProviderContext } from '#providers/provider.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import type { GenerationRow } from '#store/generations.ts';
import { vendorAccess } from '../settings/vendor-access.ts';
import type { World } from '../world.ts';
import { fetchResult } from './fetch-result.ts';

/** What the run of a generation brings along. */
type Given = Pick<ProviderContext, 'signal' | 'scratch' | 'sending' | 'progress'> & { readonly key: string | null };

/**
 * What an adapter may use for one generation: its key, its address, its settings, its model.
 *
 * @throws Problem `url_refused`, `provider_invalid_input` where what the user has set does not hold any more
 */
export async function providerContext(
  world: World,
  provider: Provider,
  generation: Pick<GenerationRow, 'role' | 'model' | 'createdBy'>,
  given: Given,
): Promise<ProviderContext> {
  const { signal, scratch, sending, progress, key } = given;
  const { role, model } = generation;
  const access = provider.drawsHere
    ? { fetch: world.vendorFetch }
    : await vendorAccess(world, provider, generation.createdBy);
  const descriptor = descriptorFor(provider, role, model);
  // An address of the user's own is trusted no further than any other on the internet.
  const trusted = world.baseUrls[vendorOf(provider)] ?? provider.baseUrl;
  const vendorOrigin = trusted === undefined ? null : new URL(trusted).origin;
  return {
    ...access,
    signal,
    scratch,
    sending,
    progress,
    ffmpeg: world.ffmpeg.path,
    fetchResult: (url, options) =>
      fetchResult(world, url, {
        role,
        provider: provider.id,
        scratch,
        vendorOrigin,
        signal,
        headers: options?.headers,
      }),
    ...(descriptor === undefined
      ? {}
      : { descriptor: { ...descriptor, prices: pricesOn(descriptor.prices, world.clock.nowMs()) } }),
    ...(key === null ? {} : { apiKey: key }),
  };
}
