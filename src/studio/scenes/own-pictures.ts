import { Problem } from '#contract/problems.ts';
import type { Trx } from '#store/database/tables.ts';
import { listScenes } from '#store/scenes.ts';
import type { World } from '../world.ts';
import { ownPictureIn } from './own-picture.ts';
import { sceneInFilm } from './scene-in-film.ts';

/**
 * Gives every scene of a work in direct mode its picture, as its scenes are written; a scene for which no picture is
 * left goes without.
 */
export async function ownPictures(
  trx: Trx,
  world: Pick<World, 'database' | 'files' | 'clock' | 'random'>,
  workId: string,
): Promise<void> {
  for (const { id } of await listScenes(trx, workId)) {
    try {
      await ownPictureIn(trx, world, await sceneInFilm(world, workId, { id }, trx));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'conflict') throw error;
    }
  }
}
