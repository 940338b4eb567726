import { Problem } from '#contract/problems.ts';
import type { Provider } from '#providers/provider.ts';
import { takesKey } from '#providers/takes-key.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import type { GenerationRow } from '#store/generations.ts';
import { getProviderSetting } from '#store/provider-settings.ts';
import type { World } from '../world.ts';
import { inDoubt } from './settle-generation.ts';

/** Whose call it is, how far it is, and the key it brought along. */
export type KeyedGeneration = Pick<GenerationRow, 'sealedKey' | 'sealedKeyId' | 'withKey' | 'state' | 'createdBy'>;

/**
 * Whether a key goes along with a generation, so that it may cost something.
 *
 * Decided when it was asked for, and held for then: where a provider needs no key, one that is stored later is not used.
 */
export function goesWithKey(
  { withKey }: Pick<KeyedGeneration, 'withKey'>,
  provider: Parameters<typeof takesKey>[0],
): boolean {
  return takesKey(provider) && (!provider.keyless || withKey);
}

/**
 * The key of a generation in clear: the one it was asked for with, else the one its user has stored by now; null: it goes
 * without.
 *
 * @throws Problem where the key is gone, or cannot be opened any more (the installation's secret was changed):
 *   `submission_uncertain` where the vendor may have been asked already, else `provider_key_missing`
 */
export async function openKey(
  world: Pick<World, 'secrets' | 'database'>,
  generation: KeyedGeneration,
  provider: Pick<Provider, 'id' | 'label' | 'vendor' | 'keyless' | 'takesKey' | 'drawsHere'>,
): Promise<string | null> {
  if (!goesWithKey(generation, provider)) return null;
  const kept = generation.sealedKey === null ? await storedKey(world, generation, provider) : generation;
  const key = kept?.sealedKey == null ? null : world.secrets.open(kept.sealedKey, kept.sealedKeyId ?? '');
  if (key !== null) return key;
  if (generation.state !== 'queued') throw inDoubt(provider, 'its key is gone: store it again');
  throw new Problem('provider_key_missing', { provider: provider.label, header: 'x-api-key' });
}

/** What the user has stored for the vendor; null where that is no key. */
async function storedKey(
  world: Pick<World, 'database'>,
  { createdBy }: KeyedGeneration,
  provider: Parameters<typeof vendorOf>[0],
): Promise<Pick<KeyedGeneration, 'sealedKey' | 'sealedKeyId'> | null> {
  const setting =
    createdBy === null ? null : await getProviderSetting(world.database.kysely, createdBy, vendorOf(provider));
  return setting?.sealedKey == null ? null : setting;
}
