import type { Take } from '#contract/take.ts';
import * as store from '#store/takes.ts';
import { findScene } from './find-scene.ts';
import { takeOf } from './take-of.ts';
import type { World } from './world.ts';

/** Every take of a scene, the newest first. */
export async function listTakes(world: Pick<World, 'database'>, workId: string, sceneIndex: number): Promise<Take[]> {
  const scene = await findScene(world, workId, sceneIndex);
  const takes = await store.listTakes(world.database.kysely, { sceneId: scene.id });
  return takes.toReversed().map(takeOf);
}
