import type { GenerationState } from '#contract/generation.ts';
import type { JobKind } from '#contract/job.ts';
import { Problem } from '#contract/problems.ts';
import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { updateExport } from '#store/exports.ts';
import { moveGeneration } from '#store/generations.ts';
import { getJob, updateJob, type JobRow } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { BATCH_QUEUE, DERIVE_QUEUE, EXPORT_QUEUE, QUEUES, SCENE_QUEUE, type QueueName } from '../queues.ts';
import { sceneChanged } from '../scenes/scene-changed.ts';
import type { World } from '../world.ts';
import { childrenOf, isBatch } from './children-of.ts';

const queueOf: Record<JobKind, QueueName> = {
  analyze: QUEUES.vision,
  scenario: QUEUES.llm,
  image: QUEUES.image,
  video: QUEUES.video,
  export: EXPORT_QUEUE,
  scene: SCENE_QUEUE,
  describe: QUEUES.vision,
  style: QUEUES.llm,
  derive: DERIVE_QUEUE,
};

/** What can still be stopped; a result that is being fetched is paid for, and is kept. */
const STOPPABLE: readonly GenerationState[] = ['queued', 'submitting', 'submitted', 'running', 'uncertain'];

/**
 * Cancels a job, and the generation or export it is for, or the jobs it waits for; one that has ended stays as it is.
 *
 * @throws Problem `not_found`
 */
export async function cancelJob(
  world: Pick<World, 'database' | 'queue'>,
  actor: Actor,
  jobId: string,
): Promise<JobRow> {
  const job = await getJob(world.database.kysely, jobId);
  if (!job || job.workspaceId !== actor.workspaceId) throw new Problem('not_found', { what: 'such job' });
  const cancelled = await world.database.transaction(async (trx) => {
    const stopped = await stopTarget(trx, job);
    if (!stopped) return null;
    const row = await updateJob(trx, jobId, { status: 'cancelled' });
    if (!row) return null;
    await appendEvent(trx, {
      workspaceId: job.workspaceId,
      workId: job.workId,
      type: 'job',
      data: { jobId, kind: job.kind, status: 'cancelled' },
    });
    if (stopped.sceneId) await sceneChanged(trx, stopped.sceneId);
    if (job.kind === 'export') {
      const data = { exportId: job.targetId ?? '', jobId, status: 'cancelled' } as const;
      await appendEvent(trx, { workspaceId: job.workspaceId, workId: job.workId, type: 'export', data });
    }
    return row;
  });
  const queue = isBatch(job) ? BATCH_QUEUE : queueOf[job.kind];
  if (cancelled && job.queueJobId) await world.queue.cancel(queue, job.queueJobId);
  // The scene's own job first: cancelled, it starts no other half.
  if (cancelled) {
    for (const child of childrenOf(job)) {
      if (await getJob(world.database.kysely, child)) await cancelJob(world, actor, child);
    }
  }
  return cancelled ?? (await getJob(world.database.kysely, jobId)) ?? job;
}

/** @returns null where what the job is for can be stopped no more; else the scene it was for, if any */
async function stopTarget(trx: Trx, job: JobRow): Promise<{ readonly sceneId?: string | null } | null> {
  const target = job.targetId ?? '';
  if (job.kind === 'scene' || isBatch(job)) return {};
  if (job.kind === 'export') {
    return (await updateExport(trx, target, ['queued', 'running'], { state: 'cancelled' })) && {};
  }
  return moveGeneration(trx, target, STOPPABLE, 'cancelled');
}
