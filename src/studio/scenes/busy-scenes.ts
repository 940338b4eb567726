import { listUnsettledScenes } from '#store/generations.ts';
import { listJobs } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

/**
 * The scenes of a work for which a picture or clip is under way, or in doubt, or about to be made with the whole scene:
 * another might be paid twice.
 */
export async function busyScenes(
  world: Pick<World, 'database'>,
  actor: Actor,
  workId: string,
  role: 'image' | 'video',
): Promise<ReadonlySet<string | null>> {
  const { kysely } = world.database;
  const status = ['queued', 'running'] as const;
  const jobs = await listJobs(kysely, { workspaceId: actor.workspaceId, workId, status });
  const whole = jobs.filter(({ kind }) => kind === 'scene').map(({ targetId }) => targetId);
  return new Set([...whole, ...(await listUnsettledScenes(kysely, { workId, role }))]);
}
