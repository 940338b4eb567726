import { Problem } from '#contract/problems.ts';
import { dropReferences } from '#store/drop-references.ts';
import { appendEvent } from '#store/events.ts';
import * as store from '#store/projects.ts';
import type { Actor } from '../actor.ts';
import { expectedRevision, type Expected } from '../expected-revision.ts';
import { forgetSegments } from '../exports/segments-of-work.ts';
import { forgetThumbnails } from '../templates/template-thumbnail.ts';
import { cancelJobsOfWork } from '../works/cancel-jobs-of-work.ts';
import type { World } from '../world.ts';
import { findProject } from './find-project.ts';

/**
 * Deletes a project for good with its works (those in the trash too), templates and assets, and their media off the
 * disk; what is under way for them is cancelled first.
 *
 * @throws Problem `not_found`, `stale`
 */
export async function deleteProject(
  world: Pick<World, 'database' | 'files' | 'queue' | 'directories'>,
  actor: Actor,
  projectId: string,
  expected: Expected,
): Promise<void> {
  const project = await findProject(world, actor, projectId);
  const condition = expectedRevision(project, expected);
  const { workspaceId } = project;
  const workIds = await store.workIdsOfProject(world.database.kysely, projectId);
  for (const workId of workIds) await cancelJobsOfWork(world, actor, workId);
  const owners = await world.database.transaction(async (trx) => {
    const held = await store.deleteProject(trx, projectId, condition);
    for (const workId of held === null ? [] : workIds) {
      await appendEvent(trx, { workspaceId, workId, type: 'work', data: { status: 'deleted', projectId } });
    }
    return held;
  });
  if (owners === null) {
    await findProject(world, actor, projectId);
    throw new Problem('stale');
  }
  for (const workId of workIds) await cancelJobsOfWork(world, actor, workId); // what was started between the two
  for (const workId of workIds) await forgetSegments(world, workId);
  await forgetThumbnails(world, { projectId });
  await dropReferences(world.database, world.files, owners);
}
