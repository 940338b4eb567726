import type { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ChosenModel, ModelChoice } from '../generation/choose-model.ts';
import type { World } from '../world.ts';

/**
 * The model that would be asked, also where there is no key for it yet: what it costs may be known before.
 *
 * @throws Problem `unknown_provider`, `unknown_model`, `model_missing`
 */
export async function chooseToEstimate(
  world: Pick<World, 'database' | 'providers' | 'clock'>,
  actor: Actor,
  role: Role,
  choice: ModelChoice,
): Promise<{ readonly chosen: ChosenModel; readonly says: readonly string[] }> {
  try {
    return { chosen: await chooseFor(world, actor, role, choice), says: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'provider_key_missing') throw error;
    const chosen = await chooseFor(world, actor, role, { ...choice, apiKey: 'to be given' });
    return { chosen: { ...chosen, apiKey: null }, says: [error.message] };
  }
}
