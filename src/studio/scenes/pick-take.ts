import { Problem } from '#contract/problems.ts';
import type { Take } from '#contract/take.ts';
import * as store from '#store/scenes.ts';
import type { World } from '../world.ts';
import { describeTakes } from './describe-takes.ts';
import { findTake, type TakePlace } from './find-take.ts';
import { sceneChanged } from './scene-changed.ts';
import { takeOf } from './take-of.ts';

/**
 * Makes a take what its scene shows, by hand: newer ones don't replace it by themselves any more.
 *
 * @throws Problem `not_found`
 */
export async function pickTake(world: Pick<World, 'database'>, place: TakePlace): Promise<Take> {
  const take = await findTake(world, place);
  const { id, sceneId, kind } = take;
  const scene = await world.database.transaction(async (trx) => {
    const picked = await store.pickTake(trx, { sceneId, kind, takeId: id, how: 'by-hand' });
    if (!picked) throw new Problem('not_found', { what: 'such take' });
    await sceneChanged(trx, sceneId);
    return picked;
  });
  const [picked] = await describeTakes(world, scene, [take]);
  return picked ?? takeOf(take, scene);
}
