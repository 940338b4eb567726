import { z } from 'zod';
import { Problem } from '#contract/problems.ts';
import { appendEvent } from '#store/events.ts';
import { insertJob } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { chooseFor } from '../generation/choose-for.ts';
import type { ModelChoice } from '../generation/choose-model.ts';
import { newId } from '../new-id.ts';
import { BATCH_QUEUE } from '../queues.ts';
import type { World } from '../world.ts';
import { describeAsset } from './describe-asset.ts';
import { findAsset } from './find-asset.ts';

/** What the job of many descriptions waits for, as stored in its row: a job for each asset, or why there is none. */
export const StoredDescriptions = z.object({
  assets: z.array(
    z.union([
      z.object({ assetId: z.string(), jobId: z.string() }),
      z.object({ assetId: z.string(), error: z.string(), code: z.string() }),
    ]),
  ),
});
export type StoredDescriptions = z.infer<typeof StoredDescriptions>;

/**
 * Starts to look at many assets of a project, each in a job of its own, and one job that waits for them all.
 *
 * An asset that is not there, or cannot be looked at, is no obstacle to the others.
 *
 * @throws Problem those of choosing a model
 */
export async function describeAssets(
  world: World,
  actor: Actor,
  { projectId, assetIds }: { readonly projectId: string; readonly assetIds: readonly string[] },
  choice: ModelChoice,
): Promise<{ readonly jobId: string }> {
  const chosen = await chooseFor(world, actor, 'vision', choice);
  const assets: StoredDescriptions['assets'] = [];
  for (const assetId of new Set(assetIds)) {
    try {
      const asset = await findAsset(world, actor, { projectId, assetId });
      assets.push({ assetId, jobId: (await describeAsset(world, actor, asset, chosen)).jobId });
    } catch (error) {
      assets.push({ assetId, ...whyNot(error) });
    }
  }
  const jobId = newId(world, 'job');
  await world.database.transaction(async (trx) => {
    const queueJobId = await world.queue.add(BATCH_QUEUE, { jobId }, { db: trx });
    await insertJob(trx, {
      id: jobId,
      workspaceId: actor.workspaceId,
      createdBy: actor.userId,
      kind: 'describe',
      workId: null,
      targetId: null,
      queueJobId,
      stage: 'waiting',
      request: { assets } satisfies StoredDescriptions,
    });
    const data = { jobId, status: 'queued' } as const;
    await appendEvent(trx, { workspaceId: actor.workspaceId, workId: null, type: 'job', data });
  });
  return { jobId };
}

/** Why one of many has no description; what is nobody's fault but ours rises. */
export function whyNot(error: unknown): { readonly error: string; readonly code: string } {
  if (!(error instanceof Problem)) throw error;
  return { error: error.message, code: error.code };
}
