import { Problem } from '#contract/problems.ts';
import type { Provider } from '#providers/provider.ts';
import type { GenerationRow } from '#store/generations.ts';
import type { World } from '../world.ts';

/**
 * The key a generation was asked for with, in clear; null where it has none.
 *
 * @throws Problem where the key cannot be opened any more (the installation's secret was changed): `submission_uncertain`
 *   where the vendor may have been asked already, else `provider_key_missing`
 */
export function openKey(
  world: Pick<World, 'secrets'>,
  generation: Pick<GenerationRow, 'sealedKey' | 'sealedKeyId' | 'state'>,
  provider: Pick<Provider, 'label'>,
): string | null {
  const { sealedKey, sealedKeyId, state } = generation;
  if (sealedKey === null) return null;
  const key = world.secrets.open(sealedKey, sealedKeyId ?? '');
  if (key !== null) return key;
  if (state !== 'queued') throw new Problem('submission_uncertain', { provider: provider.label });
  throw new Problem('provider_key_missing', { provider: provider.label, header: 'x-api-key' });
}
