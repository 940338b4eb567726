import type { Take } from '#contract/take.ts';
import * as store from '#store/takes.ts';
import { listedPage, storePage, type Listed, type WantedPage } from '../list-cursor.ts';
import type { World } from '../world.ts';
import { describeTakes } from './describe-takes.ts';
import { findScene } from './find-scene.ts';

/** Every take of a scene, the newest first. */
export async function listTakes(
  world: Pick<World, 'database'>,
  place: { readonly workId: string; readonly sceneIndex: number } & WantedPage,
): Promise<Listed<Take>> {
  const scene = await findScene(world, place.workId, place.sceneIndex);
  const rows = await store.listTakesOfScene(world.database.kysely, scene.id, storePage(place));
  const { items, nextCursor } = await listedPage(
    rows,
    place,
    ({ createdAt, id }) => ({ atMs: createdAt, id }),
    (row) => row,
  );
  return { items: await describeTakes(world, scene, items), nextCursor };
}
