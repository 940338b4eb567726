import type { Trashed } from '#contract/trash.ts';
import { appendEvent } from '#store/events.ts';
import type { Actor } from '../actor.ts';
import { cancelJobsOfWork } from '../works/cancel-jobs-of-work.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { putAway } from './put-away.ts';
import { trashedOf } from './trash-entry-of.ts';

/**
 * Puts a work into the trash; what is under way for it is cancelled, and a result that can be stopped no more is kept with
 * it.
 *
 * @throws Problem `not_found`, also the second time
 */
export async function trashWork(
  world: Pick<World, 'database' | 'queue'>,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
): Promise<Trashed> {
  const { workspaceId, id: workId } = await findWork(world, actor, place);
  const row = await world.database.transaction(async (trx) => {
    const put = await putAway(trx, workspaceId, { kind: 'work', id: workId });
    await appendEvent(trx, { workspaceId, workId, type: 'work', data: { status: 'deleted' } });
    return put;
  });
  await cancelJobsOfWork(world, actor, workId); // only now, when nothing new is begun any more
  return trashedOf(row);
}
