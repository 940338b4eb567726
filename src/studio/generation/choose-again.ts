import type { Role } from '#contract/generation.ts';
import type { Provider } from '#providers/provider.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import { getProviderSetting } from '#store/provider-settings.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import type { ChosenModel } from './choose-model.ts';
import { keyFor } from './key-for.ts';

/**
 * The model of an earlier request once more, whatever would be chosen today.
 *
 * @throws Problem `provider_key_missing`
 */
export async function chooseAgain(
  world: Pick<World, 'database'>,
  actor: Pick<Actor, 'userId'>,
  role: Role,
  before: { readonly provider: Provider; readonly model: string; readonly apiKey: string | null | undefined },
): Promise<ChosenModel> {
  const { provider, model, apiKey } = before;
  const setting = await getProviderSetting(world.database.kysely, actor.userId, vendorOf(provider));
  const key = keyFor(provider, role, { given: apiKey, isStored: setting !== null && setting.sealedKey !== null });
  return { provider, model: { id: model }, ...key };
}
