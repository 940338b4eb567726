import type { ResolveAction } from '#contract/job.ts';
import { Problem } from '#contract/problems.ts';
import { getGeneration, type GenerationRow } from '#store/generations.ts';
import { getJob, updateJob, type JobRow } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { chooseAgain } from '../generation/choose-again.ts';
import type { ModelChoices } from '../generation/choose-model.ts';
import { findProvider } from '../generation/find-provider.ts';
import { lookAgain } from '../generation/look-again.ts';
import { settleGeneration } from '../generation/settle-generation.ts';
import { SCENE_QUEUE } from '../queues.ts';
import type { World } from '../world.ts';
import { childrenOf } from './children-of.ts';
import { findJob } from './find-job.ts';
import { retryJob } from './retry-job.ts';

/**
 * Says what became of a job of which nobody knows whether the vendor took it: that it failed, that it failed and is to be
 * made again, or that it is to be looked for once more.
 *
 * @returns the job; the new one where it is made again
 * @throws Problem `conflict` where the job is not uncertain (any more); `person_needed` where an API token would free what
 *   is held for it
 */
export async function resolveJob(
  world: World,
  actor: Actor,
  jobId: string,
  action: ResolveAction,
  choices: ModelChoices,
): Promise<JobRow> {
  const job = await findJob(world, actor, jobId);
  if (job.status !== 'uncertain') throw certain(jobId);
  // What was perhaps paid counts no more once it is called failed: a script would pass its own budget by saying so.
  if (actor.tokenId && action !== 'look') throw new Problem('person_needed');
  if (action === 'retry') await checkKey(world, actor, job, choices);
  await (job.kind === 'scene' ? resolveScene(world, job, action) : resolveOne(world, job, action));
  return action === 'retry' ? retryJob(world, actor, jobId, choices) : findJob(world, actor, jobId);
}

async function resolveOne(world: World, job: JobRow, action: ResolveAction): Promise<void> {
  const generation = await generationOf(world, job);
  if (!generation || generation.state !== 'uncertain') throw certain(job.id);
  if (action === 'look') return lookAgain(world, generation, job.id);
  const provider = world.providers.find(({ id }) => id === generation.provider)?.label ?? generation.provider;
  const failed = new Problem('provider_permanent', { provider, reason: 'you said that it failed' });
  if (!(await settleGeneration(world, generation, job.id, failed, { from: ['uncertain'] }))) throw certain(job.id);
}

/** The job of a whole scene is in doubt because one of its two is; it goes the way that one goes. */
async function resolveScene(world: World, job: JobRow, action: ResolveAction): Promise<void> {
  const half = await uncertainHalf(world, job);
  if (half) await resolveOne(world, half, action);
  const now = half && (await getJob(world.database.kysely, half.id));
  await world.database.transaction(async (trx) => {
    if (action !== 'look' || now?.status === 'failed' || now?.status === 'cancelled') {
      await updateJob(trx, job.id, { status: 'failed', error: now?.error ?? job.error });
    } else if (now?.status === 'uncertain') {
      await updateJob(trx, job.id, { error: now.error });
    } else {
      const queueJobId = await world.queue.add(SCENE_QUEUE, { jobId: job.id }, { db: trx });
      await updateJob(trx, job.id, { status: 'running', error: null, queueJobId });
    }
  });
}

async function uncertainHalf(world: Pick<World, 'database'>, job: JobRow): Promise<JobRow | null> {
  for (const id of childrenOf(job)) {
    const half = await getJob(world.database.kysely, id);
    if (half?.status === 'uncertain') return half;
  }
  return null;
}

/** That it can be made again is known before the first is called failed. */
async function checkKey(world: World, actor: Actor, job: JobRow, choices: ModelChoices): Promise<void> {
  const asked = job.kind === 'scene' ? await uncertainHalf(world, job) : job;
  const generation = asked && (await generationOf(world, asked));
  if (!generation) return;
  const { role, model } = generation;
  const provider = findProvider(world, generation.provider, role);
  await chooseAgain(world, actor, role, { provider, model, apiKey: choices[role].apiKey });
}

function generationOf(world: Pick<World, 'database'>, job: JobRow): Promise<GenerationRow | null> {
  return getGeneration(world.database.kysely, job.targetId ?? '');
}

function certain(jobId: string): Problem {
  return new Problem('conflict', { reason: 'It is known what became of this job: look at it again', jobId });
}
