import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { insertJob, updateJob } from '#store/jobs.ts';
import type { SceneRow } from '#store/scenes.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../new-id.ts';
import { BATCH_QUEUE } from '../queues.ts';
import type { World } from '../world.ts';
import type { StoredVariants } from './stored-variants.ts';
import { urlsOfScene } from './urls-of-scene.ts';

/** Several variants that were started, or are there already. */
interface Recorded {
  readonly kind: 'image' | 'video' | 'scene';
  readonly scene: SceneRow;
  readonly variants: StoredVariants['variants'];
}

/**
 * Puts one job on record for several variants, in the transaction that started them; it waits for them all.
 *
 * Where there is nothing to wait for it is done at once. A single job that was started is the one itself.
 */
export async function recordVariants(
  trx: Trx,
  world: Pick<World, 'queue' | 'clock' | 'random'>,
  actor: Actor,
  { kind, scene, variants }: Recorded,
): Promise<{ readonly jobId: string }> {
  const [first, ...others] = variants;
  if (first && 'jobId' in first && others.length === 0) return first;
  const jobId = newId(world, 'job');
  const takeIds = variants.flatMap((variant) => ('takeIds' in variant ? variant.takeIds : []));
  const isDone = variants.every((variant) => 'takeIds' in variant);
  const { workspaceId, workId } = scene;
  await insertJob(trx, {
    id: jobId,
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    kind,
    workId,
    targetId: null,
    queueJobId: isDone ? null : await world.queue.add(BATCH_QUEUE, { jobId }, { db: trx }),
    stage: 'waiting',
    request: { sceneId: scene.id, variants } satisfies StoredVariants,
  });
  if (isDone) {
    const result = { takeIds, ...(await urlsOfScene(trx, scene, kind)) };
    await updateJob(trx, jobId, { status: 'done', progress: 1, stage: 'done', costMicroUsd: 0, result });
  }
  const data = { jobId, kind, status: isDone ? 'done' : 'queued' } as const;
  await appendEvent(trx, { workspaceId, workId, type: 'job', data });
  return { jobId };
}
