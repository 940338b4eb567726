import { Problem } from '#contract/problems.ts';
import type { Take } from '#contract/take.ts';
import { appendEvent } from '#store/events.ts';
import * as store from '#store/scenes.ts';
import { getTake } from '#store/takes.ts';
import { findScene } from './find-scene.ts';
import { takeOf } from './take-of.ts';
import type { World } from '../world.ts';

/**
 * Makes a take what its scene shows, by hand: newer ones don't replace it by themselves any more.
 *
 * @throws Problem `not_found`
 */
export async function pickTake(
  world: Pick<World, 'database'>,
  place: { readonly workId: string; readonly sceneIndex: number; readonly takeId: string },
): Promise<Take> {
  const scene = await findScene(world, place.workId, place.sceneIndex);
  const take = await getTake(world.database.kysely, place.takeId);
  if (take?.sceneId !== scene.id) throw new Problem('not_found', { what: 'such take' });
  await world.database.transaction(async (trx) => {
    const pick = { sceneId: scene.id, kind: take.kind, takeId: take.id, pin: true };
    if (!(await store.pickTake(trx, pick))) throw new Problem('not_found', { what: 'such take' });
    await appendEvent(trx, {
      workspaceId: scene.workspaceId,
      workId: scene.workId,
      type: 'scene',
      data: { sceneId: scene.id, picked: take.id },
    });
  });
  return takeOf(take);
}
