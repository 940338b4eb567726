import type { GenerationState } from '#contract/generation.ts';
import type { JobKind } from '#contract/job.ts';
import { Problem } from '#contract/problems.ts';
import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { updateExport } from '#store/exports.ts';
import { beginWithdrawal, lockGeneration, moveGeneration } from '#store/generations.ts';
import { getJob, updateJob, type JobRow } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { releaseUnstarted } from '../costs/hold-scene.ts';
import { releaseCost } from '../costs/release-cost.ts';
import {
  BATCH_QUEUE,
  DERIVE_QUEUE,
  EXPORT_QUEUE,
  FILM_QUEUE,
  QUEUES,
  SCENE_QUEUE,
  VENDOR_QUEUE,
  type QueueName,
} from '../queues.ts';
import { sceneChanged } from '../scenes/scene-changed.ts';
import { halvesOf, StoredSceneRequest } from '../scenes/scene-request.ts';
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
  film: FILM_QUEUE,
};

/** What can still be stopped; a result that is being fetched is paid for, and is kept. */
const STOPPABLE: readonly GenerationState[] = ['queued', 'submitting', 'submitted', 'running', 'uncertain'];

/**
 * Cancels a job, and the generation or export it is for, or the jobs it waits for; one that has ended stays as it is.
 *
 * What a vendor may be at work on is cancelled here at once, and there by the job of the queue, which lasts until the
 * vendor has said what became of it; a call that is being made is never cut off.
 *
 * @throws Problem `not_found`
 */
export async function cancelJob(
  world: Pick<World, 'database' | 'queue'>,
  actor: Pick<Actor, 'workspaceId'>,
  jobId: string,
): Promise<JobRow> {
  const job = await getJob(world.database.kysely, jobId);
  if (!job || job.workspaceId !== actor.workspaceId) throw new Problem('not_found', { what: 'such job' });
  const cancelled = await world.database.transaction(async (trx) => {
    const stopped = await stopTarget(trx, world, job);
    if (!stopped) return null;
    const { queueJobId } = stopped;
    const patch = queueJobId === undefined ? {} : { queueJobId };
    const row = await updateJob(trx, jobId, { status: 'cancelled', ...patch });
    if (!row) return null;
    // Only now: a half that is being started has the row of the job until it is on record.
    if (isOneScene(job)) await releaseUnstarted(trx, halvesOf(StoredSceneRequest.parse(job.request)));
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
    return { row, stopped };
  });
  if (cancelled?.stopped.queue && job.queueJobId) await world.queue.cancel(cancelled.stopped.queue, job.queueJobId);
  // The scene's own job first: cancelled, it starts no other half.
  if (cancelled) {
    for (const child of childrenOf(job)) {
      if (await getJob(world.database.kysely, child)) await cancelJob(world, actor, child);
    }
  }
  return cancelled?.row ?? (await getJob(world.database.kysely, jobId)) ?? job;
}

/** How the target of a job was stopped. */
interface Stopped {
  /** The scene it was for, if any. */
  readonly sceneId?: string | null;
  /** Where its job of the queue waits, which is to be taken out; left out: it goes on, and tells the vendor. */
  readonly queue?: QueueName;
  /** The job of the queue that tells the vendor, where there was none any more. */
  readonly queueJobId?: string;
}

/** @returns null where what the job is for can be stopped no more */
async function stopTarget(trx: Trx, world: Pick<World, 'queue'>, job: JobRow): Promise<Stopped | null> {
  const target = job.targetId ?? '';
  if (isBatch(job)) return { queue: BATCH_QUEUE };
  if (job.kind === 'scene') return { queue: SCENE_QUEUE };
  if (job.kind === 'film') return { queue: FILM_QUEUE }; // its run stops what it waits for
  if (job.kind === 'export') {
    const isStopped = await updateExport(trx, target, ['queued', 'running'], { state: 'cancelled' });
    return isStopped && { queue: EXPORT_QUEUE };
  }
  const generation = await lockGeneration(trx, target);
  if (!generation || !STOPPABLE.includes(generation.state)) return null;
  const { id: generationId, sceneId, account, state } = generation;
  const queue = account === null ? queueOf[job.kind] : VENDOR_QUEUE;
  if (account === null || state === 'queued') {
    await moveGeneration(trx, generationId, [state], 'cancelled');
    await releaseCost(trx, generation);
    return { sceneId, queue };
  }
  await beginWithdrawal(trx, generationId, [state]);
  const ids = job.queueJobId === null ? [] : [job.queueJobId];
  const [there] = await world.queue.unfinished(queue, ids, { db: trx });
  if (there !== undefined) {
    await world.queue.hurry(queue, there, { db: trx });
    return { sceneId };
  }
  const payload = { generationId, jobId: job.id };
  return { sceneId, queueJobId: await world.queue.add(queue, payload, { db: trx, singletonKey: generationId }) };
}

const isOneScene = (job: JobRow): boolean => job.kind === 'scene' && !isBatch(job);
