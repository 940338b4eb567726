import { Problem } from '#contract/problems.ts';
import { dropReferences } from '#store/drop-references.ts';
import { appendEvent } from '#store/events.ts';
import * as store from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { expectedRevision, type Expected } from '../expected-revision.ts';
import { forgetSegments } from '../exports/segments-of-work.ts';
import type { World } from '../world.ts';
import { cancelJobsOfWork } from './cancel-jobs-of-work.ts';
import { findWork } from './find-work.ts';

/**
 * Deletes a work for good, and its media off the disk; what is under way for it is cancelled first.
 *
 * What was asked of engines, and what it cost, stays on record.
 *
 * @throws Problem `not_found`, `stale`
 */
export async function deleteWork(
  world: Pick<World, 'database' | 'files' | 'queue' | 'directories'>,
  actor: Actor,
  place: { readonly projectId: string; readonly workId: string },
  expected: Expected,
): Promise<void> {
  const work = await findWork(world, actor, place);
  const condition = expectedRevision(work, expected);
  const { workspaceId } = work;
  const { workId } = place;
  await cancelJobsOfWork(world, actor, workId);
  const owners = await world.database.transaction(async (trx) => {
    const held = await store.deleteWork(trx, workId, condition);
    const data = { status: 'deleted', projectId: work.projectId } as const;
    if (held !== null) await appendEvent(trx, { workspaceId, workId, type: 'work', data });
    return held;
  });
  if (owners === null) {
    await findWork(world, actor, place);
    throw new Problem('stale');
  }
  await cancelJobsOfWork(world, actor, workId); // what was started between the two
  await forgetSegments(world, workId);
  await dropReferences(world.database, world.files, owners);
}
