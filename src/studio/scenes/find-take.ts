import { Problem } from '#contract/problems.ts';
import { getTake, type TakeRow } from '#store/takes.ts';
import type { World } from '../world.ts';
import { findScene } from './find-scene.ts';

/** Where a take is. */
export interface TakePlace {
  readonly workId: string;
  readonly sceneIndex: number;
  readonly takeId: string;
}

/**
 * A take of the scene it is said to be of.
 *
 * @throws Problem `not_found`
 */
export async function findTake(world: Pick<World, 'database'>, place: TakePlace): Promise<TakeRow> {
  const scene = await findScene(world, place.workId, place.sceneIndex);
  const take = await getTake(world.database.kysely, place.takeId);
  if (take?.sceneId !== scene.id) throw new Problem('not_found', { what: 'such take' });
  return take;
}
