import type { Role } from '#contract/generation.ts';
import type { JobKind } from '#contract/job.ts';
import { appendEvent } from '#store/events.ts';
import { insertGeneration } from '#store/generations.ts';
import { insertJob } from '#store/jobs.ts';
import type { Actor } from './actor.ts';
import type { ChosenModel } from './choose-model.ts';
import { newId } from './new-id.ts';
import { QUEUES } from './queues.ts';
import type { World } from './world.ts';

const kinds = { vision: 'analyze', llm: 'scenario', image: 'image', video: 'video' } as const satisfies Record<
  Role,
  JobKind
>;

/** What is asked for; `request` is one of the stored requests in `generation-request.ts`, by role. */
export interface WantedGeneration {
  readonly role: Role;
  readonly chosen: ChosenModel;
  readonly workId: string;
  readonly sceneId: string | null;
  readonly request: object;
  /** Hash of everything that decides the result. */
  readonly inputsHash: string;
}

/** Puts a generation on record and into the queue in one commit, so that neither is ever without the other. */
export async function requestGeneration(
  world: Pick<World, 'database' | 'queue' | 'clock' | 'random'>,
  actor: Actor,
  wanted: WantedGeneration,
): Promise<{ readonly jobId: string; readonly generationId: string }> {
  const generationId = newId(world, 'generation');
  const jobId = newId(world, 'job');
  const { provider, model } = wanted.chosen;
  await world.database.transaction(async (trx) => {
    await insertGeneration(trx, {
      id: generationId,
      workspaceId: actor.workspaceId,
      createdBy: actor.userId,
      workId: wanted.workId,
      sceneId: wanted.sceneId,
      role: wanted.role,
      provider: provider.id,
      model: model.id,
      request: wanted.request,
      inputsHash: wanted.inputsHash,
      estimateMicroUsd: 0,
    });
    const queueJobId = await world.queue.add(
      QUEUES[wanted.role],
      { generationId, jobId },
      { db: trx, group: provider.id },
    );
    await insertJob(trx, {
      id: jobId,
      workspaceId: actor.workspaceId,
      createdBy: actor.userId,
      kind: kinds[wanted.role],
      workId: wanted.workId,
      targetId: generationId,
      queueJobId,
      stage: 'waiting',
    });
    await appendEvent(trx, {
      workspaceId: actor.workspaceId,
      workId: wanted.workId,
      type: 'job',
      data: { jobId, status: 'queued' },
    });
  });
  return { jobId, generationId };
}
