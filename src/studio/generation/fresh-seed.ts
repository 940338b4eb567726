import type { World } from '../world.ts';

/** A seed nobody has used: asking again shall bring something else. */
export function freshSeed(world: Pick<World, 'random'>): number {
  return Buffer.from(world.random.bytes(4)).readUInt32BE() & 0x7fff_ffff;
}
