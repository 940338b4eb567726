import { Problem } from '#contract/problems.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import { writeAudit } from '#store/audit.ts';
import { deleteProviderSetting } from '#store/provider-settings.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { findListedProvider } from './find-listed-provider.ts';

/**
 * Forgets what somebody has set for a provider, its key too.
 *
 * @throws Problem `not_found` where there is no such provider, or nothing is set
 */
export async function deleteSetting(
  world: Pick<World, 'database' | 'providers'>,
  actor: Actor,
  id: string,
  credential: string,
): Promise<void> {
  const vendor = vendorOf(findListedProvider(world, id));
  await world.database.transaction(async (trx) => {
    if (!(await deleteProviderSetting(trx, actor.userId, vendor))) {
      throw new Problem('not_found', { what: 'setting of this provider' });
    }
    const { userId, workspaceId } = actor;
    await writeAudit(trx, { userId, workspaceId, credential, verb: 'provider_cleared', target: vendor });
  });
}
