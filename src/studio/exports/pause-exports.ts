import { pauseWaitingExports } from '#store/exports.ts';
import type { Actor } from '../actor.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { markWaiting } from './mark-waiting.ts';

/**
 * Lets no waiting export of a work begin before it is resumed, or asked for again; what is being rendered goes on.
 *
 * @throws Problem `not_found`
 */
export async function pauseExports(
  world: Pick<World, 'database'>,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
): Promise<void> {
  const { workspaceId, id: workId } = await findWork(world, actor, place);
  await world.database.transaction(async (trx) => {
    for (const id of await pauseWaitingExports(trx, workId)) {
      await markWaiting(trx, { id, workId, workspaceId }, 'paused');
    }
  });
}
