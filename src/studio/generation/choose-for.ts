import type { Role } from '#contract/generation.ts';
import { listProviderSettings } from '#store/provider-settings.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { chooseModel, type ChosenModel, type ModelChoice } from './choose-model.ts';

/**
 * The model for a role as the request says, and as its user has set.
 *
 * A stored key is not copied into what is chosen: it is read when the call is made (`openKey`).
 *
 * @throws Problem `unknown_provider`, `unknown_model`, `model_missing`, `provider_key_missing`
 */
export async function chooseFor(
  world: Pick<World, 'database' | 'providers' | 'clock'>,
  actor: Actor,
  role: Role,
  choice: ModelChoice = {},
): Promise<ChosenModel> {
  const settings = await listProviderSettings(world.database.kysely, actor.userId);
  const stored = new Map(
    settings.map((one) => [one.provider, { hasKey: one.sealedKey !== null, models: one.settings.models ?? {} }]),
  );
  return chooseModel({ providers: world.providers, stored, nowMs: world.clock.nowMs() }, role, choice);
}
