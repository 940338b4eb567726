import type { Trashed } from '#contract/trash.ts';
import { appendEvent } from '#store/events.ts';
import { workIdsOfProject } from '#store/projects.ts';
import type { Actor } from '../actor.ts';
import { findProject } from '../projects/find-project.ts';
import { cancelJobsOfWork } from '../works/cancel-jobs-of-work.ts';
import type { World } from '../world.ts';
import { putAway } from './put-away.ts';
import { trashedOf } from './trash-entry-of.ts';

/**
 * Puts a project with everything in it into the trash; what is under way for its works is cancelled.
 *
 * @throws Problem `not_found`, also the second time
 */
export async function trashProject(
  world: Pick<World, 'database' | 'queue'>,
  actor: Actor,
  projectId: string,
): Promise<Trashed> {
  const { workspaceId } = await findProject(world, actor, projectId);
  const { row, workIds } = await world.database.transaction(async (trx) => {
    const put = await putAway(trx, workspaceId, { kind: 'project', id: projectId });
    const ids = await workIdsOfProject(trx, projectId);
    for (const workId of ids) {
      await appendEvent(trx, { workspaceId, workId, type: 'work', data: { status: 'deleted' } });
    }
    return { row: put, workIds: ids };
  });
  // Only now, when nothing new is begun any more.
  for (const workId of workIds) await cancelJobsOfWork(world, actor, workId);
  return trashedOf(row);
}
