import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { listOpenGenerations } from '#store/generations.ts';
import { lockScene } from '#store/scenes.ts';
import { statusOfScene } from './status-of-scene.ts';

/**
 * Tells whoever watches what a scene shows now, and its status; in the transaction that changed it, after the change.
 *
 * A scene in the trash is not spoken of. The scene stays locked until the commit, so that of two changes at once the one
 * that is told last has seen the other.
 */
export async function sceneChanged(trx: Trx, sceneId: string): Promise<void> {
  const scene = await lockScene(trx, sceneId);
  if (scene === null) return;
  const { workspaceId, workId, pickedImageTakeId, pickedVideoTakeId, lastError } = scene;
  const shown = { hasPicture: pickedImageTakeId !== null, hasClip: pickedVideoTakeId !== null, lastError };
  await appendEvent(trx, {
    workspaceId,
    workId,
    type: 'scene',
    data: {
      sceneId,
      sceneIndex: scene.position,
      ...statusOfScene(shown, await listOpenGenerations(trx, sceneId)),
      ...(pickedImageTakeId === null ? {} : { imageTakeId: pickedImageTakeId }),
      ...(pickedVideoTakeId === null ? {} : { videoTakeId: pickedVideoTakeId }),
    },
  });
}
