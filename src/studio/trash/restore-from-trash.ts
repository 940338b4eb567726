import { Problem } from '#contract/problems.ts';
import { MAX_SCENES } from '#contract/scene.ts';
import type { Restored } from '#contract/trash.ts';
import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { workIdsOfProject } from '#store/projects.ts';
import { listScenes, lockScenes, moveScenes, updateScene } from '#store/scenes.ts';
import { takeOutOfTrash, type TrashRow } from '#store/trash.ts';
import { giveUpTakenFingerprint, lockWork, updateWork } from '#store/works.ts';
import type { Actor } from '../actor.ts';
import { forgetThumbnails } from '../templates/template-thumbnail.ts';
import type { World } from '../world.ts';
import { findTrashed } from './find-trashed.ts';
import { insideOf } from './trash-entry-of.ts';

/**
 * Takes something out of the trash, back to where it was, with all it had.
 *
 * A scene gets its old place, and those from there on move down; where the work has fewer scenes by now it is the last.
 *
 * @throws Problem `not_found`; `conflict` where what it was in is in the trash itself, or has no room for it
 */
export async function restoreFromTrash(
  world: Pick<World, 'database' | 'directories'>,
  actor: Actor,
  trashId: string,
): Promise<Restored> {
  const restored = await world.database.transaction(async (trx) => {
    const row = await findTrashed(world, actor, trashId, trx);
    const inside = insideOf(row);
    if (inside) {
      const reason = `It was in the ${inside.kind} “${inside.name}”, which is in the trash itself: restore that first`;
      throw new Problem('conflict', { reason, trashId: inside.trashId });
    }
    return { row, sceneIndex: await putBack(trx, actor, row) };
  });
  const { row, sceneIndex } = restored;
  const { id, kind, name, projectId, workId } = row;
  if (kind === 'asset') await forgetThumbnails(world, { projectId });
  return { id, kind, name, projectId, workId: kind === 'work' ? id : workId, sceneIndex };
}

/** @returns the place of a scene; null of anything else */
async function putBack(trx: Trx, actor: Actor, row: TrashRow): Promise<number | null> {
  const { id, kind } = row;
  const { workspaceId } = actor;
  if (kind === 'scene') return putSceneBack(trx, actor, row);
  if (kind === 'work') await giveUpTakenFingerprint(trx, id);
  if (!(await takeOutOfTrash(trx, kind, id))) throw gone();
  const workIds = kind === 'project' ? await workIdsOfProject(trx, id) : kind === 'work' ? [id] : [];
  for (const workId of workIds) {
    await appendEvent(trx, { workspaceId, workId, type: 'work', data: { status: 'changed' } });
  }
  return null;
}

async function putSceneBack(trx: Trx, actor: Actor, { id, workId, position }: TrashRow): Promise<number> {
  if (workId === null || position === null || !(await lockWork(trx, workId))) throw gone();
  await lockScenes(trx, [workId], 'update');
  const scenes = await listScenes(trx, workId);
  if (scenes.length >= MAX_SCENES) throw new Problem('conflict', { reason: `A work has ${MAX_SCENES} scenes at most` });
  const place = Math.min(position, scenes.length);
  await moveScenes(trx, { workId, from: place, by: 1 });
  if (!(await takeOutOfTrash(trx, 'scene', id))) throw gone();
  await updateScene(trx, id, { position: place });
  await updateWork(trx, workId, { updatedBy: actor.userId }, { by: 'client' });
  const ids = scenes.map((scene) => scene.id).toSpliced(place, 0, id);
  await appendEvent(trx, { workspaceId: actor.workspaceId, workId, type: 'work', data: { scenes: ids } });
  return place;
}

/** Somebody was faster. */
const gone = (): Problem => new Problem('not_found', { what: 'such thing in the trash' });
