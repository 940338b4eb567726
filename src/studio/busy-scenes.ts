import { listUnsettledScenes } from '#store/generations.ts';
import type { World } from './world.ts';

/** The scenes of a work for which a picture or clip is under way, or in doubt: another might be paid twice. */
export async function busyScenes(
  world: Pick<World, 'database'>,
  workId: string,
  role: 'image' | 'video',
): Promise<ReadonlySet<string>> {
  return new Set(await listUnsettledScenes(world.database.kysely, { workId, role }));
}
