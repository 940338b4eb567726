import { Problem } from '#contract/problems.ts';
import { getWork, type WorkRow } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * A work of the actor's workspace, in the project it is said to be in.
 *
 * @throws Problem `not_found`
 */
export async function findWork(
  world: Pick<World, 'database'>,
  actor: Actor,
  { projectId, workId }: { readonly projectId: string; readonly workId: string },
): Promise<WorkRow> {
  const work = await getWork(world.database.kysely, workId);
  if (!work || work.workspaceId !== actor.workspaceId || work.projectId !== projectId || work.deletedAt !== null) {
    throw new Problem('not_found', { what: 'such work' });
  }
  return work;
}
