import { Problem } from '#contract/problems.ts';
import type { Work } from '#contract/work.ts';
import { getWorkView } from '#store/work-views.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { workFromView } from './work-of.ts';

/** A work as a client reads it, and the revision that it shows. */
export interface ReadWork {
  readonly work: Work;
  readonly revision: number;
}

/**
 * A work of the actor's workspace as clients see it, in one question to the database.
 *
 * @throws Problem `not_found`
 */
export async function readWork(
  world: Pick<World, 'database'>,
  actor: Actor,
  { projectId, workId }: { readonly projectId: string; readonly workId: string },
): Promise<ReadWork> {
  const { database } = world;
  const found = await database.remember(`work ${workId}`, async () => {
    const view = await getWorkView(database.kysely, workId);
    return view === null ? null : { work: workFromView(view), row: view.work };
  });
  if (found === null || found.row.workspaceId !== actor.workspaceId || found.row.projectId !== projectId) {
    throw new Problem('not_found', { what: 'such work' });
  }
  return { work: found.work, revision: found.row.revision };
}
