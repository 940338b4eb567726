import type { TakeKind } from '#contract/take.ts';
import type { Db } from '#store/database/open-database.ts';
import type { SceneRow } from '#store/scenes.ts';
import { getWork } from '#store/works.ts';
import { sceneMediaPath } from './scene-media-path.ts';

/** The same of a stored scene, whose work knows the project. */
export async function sceneMediaUrl(
  db: Db,
  scene: Pick<SceneRow, 'workId' | 'position'>,
  kind: TakeKind,
): Promise<string> {
  const work = await getWork(db, scene.workId);
  return sceneMediaPath({ projectId: work?.projectId ?? '', workId: scene.workId, sceneIndex: scene.position }, kind);
}
