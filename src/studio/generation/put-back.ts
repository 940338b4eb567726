import { getGeneration, listGenerationsToRun, lockGeneration } from '#store/generations.ts';
import { assignQueueJob, listJobs, updateJob } from '#store/jobs.ts';
import { queueFor } from '../queues.ts';
import type { World } from '../world.ts';
import { isAtItsEnd } from './generation-run.ts';

/**
 * Gives a generation that is not at its end a job of the queue again, where it has none: its worker gave up, or thought
 * that it had ended.
 *
 * @returns false where nothing was missing
 */
export async function putBack(
  world: Pick<World, 'database' | 'queue' | 'providers'>,
  generationId: string,
): Promise<boolean> {
  const found = await getGeneration(world.database.kysely, generationId);
  if (!found) return false;
  const provider = world.providers.find(({ id }) => id === found.provider);
  const queue = queueFor(provider ?? {}, found.role);
  return world.database.transaction(async (trx) => {
    const generation = await lockGeneration(trx, generationId);
    if (!generation || isAtItsEnd(generation)) return false;
    const [job] = await listJobs(trx, { workspaceId: generation.workspaceId, targetId: generationId });
    if (!job) return false;
    const ids = job.queueJobId === null ? [] : [job.queueJobId];
    const isWaiting = generation.state === 'queued' && generation.account !== null;
    const status = isWaiting ? 'queued' : 'running';
    if ((await world.queue.unfinished(queue, ids, { db: trx })).size > 0) {
      if (job.status === 'uncertain') await updateJob(trx, job.id, { status, error: null });
      return false;
    }
    const payload = { generationId, jobId: job.id };
    const group = isWaiting && generation.account !== null ? { group: generation.account } : {};
    const queueJobId = await world.queue.add(queue, payload, { db: trx, singletonKey: generationId, ...group });
    await assignQueueJob(trx, job.id, queueJobId);
    await updateJob(trx, job.id, { status, error: null });
    return true;
  });
}

/** Puts back every generation that nothing runs any more; how many. */
export async function reconcileGenerations(
  world: Pick<World, 'database' | 'queue' | 'providers' | 'log'>,
): Promise<number> {
  const open = await listGenerationsToRun(world.database.kysely);
  const byQueue = Map.groupBy(open, ({ provider, role }) =>
    queueFor(world.providers.find(({ id }) => id === provider) ?? {}, role),
  );
  let count = 0;
  for (const [queue, generations] of byQueue) {
    const ids = generations.flatMap(({ queueJobId }) => (queueJobId === null ? [] : [queueJobId]));
    const alive = await world.queue.unfinished(queue, ids);
    for (const { generationId, queueJobId } of generations) {
      if (queueJobId !== null && alive.has(queueJobId)) continue;
      if (await putBack(world, generationId)) count += 1;
    }
  }
  if (count > 0) world.log({ level: 'warn', event: 'generations_put_back', count });
  return count;
}
