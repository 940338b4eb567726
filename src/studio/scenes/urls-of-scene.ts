import type { Db } from '#store/database/open-database.ts';
import type { SceneRow } from '#store/scenes.ts';
import { sceneMediaUrl } from './scene-media-url.ts';

/** Where what was asked for of a scene is served: its picture, its clip, or both. */
export async function urlsOfScene(
  db: Db,
  scene: Pick<SceneRow, 'workId' | 'position'>,
  kind: 'image' | 'video' | 'scene',
): Promise<{ readonly imageUrl?: string; readonly videoUrl?: string }> {
  return {
    ...(kind === 'video' ? {} : { imageUrl: await sceneMediaUrl(db, scene, 'image') }),
    ...(kind === 'image' ? {} : { videoUrl: await sceneMediaUrl(db, scene, 'video') }),
  };
}
