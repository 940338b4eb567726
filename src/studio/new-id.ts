import { makeId, type IdKind } from '#contract/ids.ts';
import type { World } from './world.ts';

/** A fresh id of the world's clock and randomness. */
export function newId(world: Pick<World, 'clock' | 'random'>, kind: IdKind): string {
  return makeId(kind, world.clock.nowMs(), world.random.bytes(16));
}
