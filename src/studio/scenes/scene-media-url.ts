import type { TakeKind } from '#contract/take.ts';
import type { Db } from '#store/database/open-database.ts';
import type { SceneRow } from '#store/scenes.ts';
import { getWork } from '#store/works.ts';

/** Where the picture or clip that a scene shows is served. */
export async function sceneMediaUrl(
  db: Db,
  scene: Pick<SceneRow, 'workId' | 'position'>,
  kind: TakeKind,
): Promise<string> {
  const work = await getWork(db, scene.workId);
  return `/api/projects/${work?.projectId ?? ''}/works/${scene.workId}/media/scene/${scene.position}/${kind}`;
}
