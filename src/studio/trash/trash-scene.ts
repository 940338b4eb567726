import { Problem } from '#contract/problems.ts';
import type { Trashed } from '#contract/trash.ts';
import { appendEvent } from '#store/events.ts';
import { listScenes, lockScenes, moveScenes } from '#store/scenes.ts';
import { lockWork, updateWork } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';
import { findWork } from '../works/find-work.ts';
import { cancelJobsOfScene } from './cancel-jobs-of-scene.ts';
import { putAway } from './put-away.ts';
import { trashedOf } from './trash-entry-of.ts';

/** Which scene is meant; with its id, another that has moved to its place is not taken for it. */
interface ScenePlace {
  readonly projectId: string;
  readonly workId: string;
  readonly sceneIndex: number;
  readonly sceneId?: string | undefined;
}

/**
 * Puts a scene with its takes into the trash; those after it move up, and what is under way for it is cancelled.
 *
 * @throws Problem `not_found`
 */
export async function trashScene(
  world: Pick<World, 'database' | 'queue'>,
  actor: Actor,
  { sceneIndex, sceneId, ...place }: ScenePlace,
): Promise<Trashed> {
  const { workspaceId, id: workId } = await findWork(world, actor, place);
  const row = await world.database.transaction(async (trx) => {
    if (!(await lockWork(trx, workId))) throw new Problem('not_found', { what: 'such work' });
    await lockScenes(trx, [workId], 'update');
    const scenes = await listScenes(trx, workId);
    const scene = scenes[sceneIndex];
    if (!scene || (sceneId !== undefined && sceneId !== scene.id))
      throw new Problem('not_found', { what: 'such scene' });
    const put = await putAway(trx, workspaceId, { kind: 'scene', id: scene.id });
    await moveScenes(trx, { workId, from: scene.position, by: -1 });
    await updateWork(trx, workId, { updatedBy: actor.userId }, { by: 'client' });
    const left = scenes.flatMap(({ id }) => (id === scene.id ? [] : [id]));
    await appendEvent(trx, { workspaceId, workId, type: 'work', data: { scenes: left } });
    return put;
  });
  await cancelJobsOfScene(world, { workspaceId, workId, sceneId: row.id });
  return trashedOf(row);
}
