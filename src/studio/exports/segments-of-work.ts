import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '../hash-of.ts';
import type { World } from '../world.ts';

/** Where the rendered pieces of a work's films lie: a directory of its own, so that they go with the work. */
export function segmentsOfWork({ directories }: Pick<World, 'directories'>, workId: string): string {
  return join(directories.segments, hashOf(workId));
}

/** Takes the rendered pieces of a work's films off the disk; they are rendered again where they are wanted again. */
export async function forgetSegments(world: Pick<World, 'directories'>, workId: string): Promise<void> {
  await rm(segmentsOfWork(world, workId), {
    recursive: true,
    force: true,
    maxRetries: 5, // an export that is being cancelled may keep one more piece meanwhile
  });
}
