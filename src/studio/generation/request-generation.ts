import type { Role } from '#contract/generation.ts';
import type { JobKind } from '#contract/job.ts';
import { Problem } from '#contract/problems.ts';
import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { findUnfinishedGeneration, insertGeneration, type UnderWay } from '#store/generations.ts';
import { insertJob, listJobs } from '#store/jobs.ts';
import type { Actor } from '../actor.ts';
import { estimateGeneration } from '../costs/estimate-generation.ts';
import { reserveCosts } from '../costs/reserve-costs.ts';
import { newId } from '../new-id.ts';
import { queueFor } from '../queues.ts';
import type { World } from '../world.ts';
import { lockScene, unpinTake } from '#store/scenes.ts';
import { getWork } from '#store/works.ts';
import { askedProposal } from '../proposals/stored-proposal.ts';
import { sceneChanged } from '../scenes/scene-changed.ts';
import { accountOf } from './account-of.ts';
import type { ChosenModel } from './choose-model.ts';

const kinds = { vision: 'analyze', llm: 'scenario', image: 'image', video: 'video' } as const satisfies Record<
  Role,
  JobKind
>;

/** What is asked for; `request` is one of the stored requests in `generation-request.ts`, by role. */
export interface WantedGeneration {
  readonly role: Role;
  readonly chosen: ChosenModel;
  /** null: a call without a work; the result is the caller's own. */
  readonly workId: string | null;
  readonly sceneId: string | null;
  /** Whose budget it counts against, where no work says it. */
  readonly projectId?: string;
  readonly request: object;
  /** Hash of everything that decides the result. */
  readonly inputsHash: string;
  /** Asked for by somebody for this one scene, who sees the result whatever was picked by hand before. */
  readonly picks?: boolean;
  /** Where the role alone does not say it. */
  readonly kind?: JobKind;
}

/** A generation and the job that runs it. */
export interface RequestedGeneration {
  readonly jobId: string;
  readonly generationId: string;
}

/** How it is put on record. */
interface Recording {
  /** Fixed by whoever must find it again after a restart. */
  readonly ids?: RequestedGeneration;
  /** Where the same is under way from the same model, that is the one; of many at once, one that is not among them. */
  readonly join?: boolean | UnderWay;
  /** Runs first in the same transaction; what it throws undoes all of it. */
  readonly before?: (trx: Trx) => Promise<void>;
}

/** Puts a generation on record and into the queue in one commit, so that neither is ever without the other. */
export async function requestGeneration(
  world: Pick<World, 'database' | 'queue' | 'clock' | 'random' | 'secrets'>,
  actor: Actor,
  wanted: WantedGeneration,
  recording: Recording = {},
): Promise<RequestedGeneration> {
  return world.database.transaction((trx) => requestGenerationIn(trx, world, actor, wanted, recording));
}

/**
 * The same as a part of something larger.
 *
 * What it may cost is held against the budgets in the same transaction.
 *
 * @throws Problem `budget_exceeded`, `price_unknown`; `not_found` for what is gone, or in the trash, meanwhile
 */
export async function requestGenerationIn(
  trx: Trx,
  world: Pick<World, 'queue' | 'clock' | 'random' | 'secrets'>,
  actor: Actor,
  wanted: WantedGeneration,
  recording: Recording = {},
): Promise<RequestedGeneration> {
  const ids = recording.ids ?? { generationId: newId(world, 'generation'), jobId: newId(world, 'job') };
  const { provider, model, apiKey, hasKey } = wanted.chosen;
  const key = apiKey === null ? null : world.secrets.seal(apiKey);
  await recording.before?.(trx);
  const work = wanted.workId === null ? null : await getWork(trx, wanted.workId);
  if (wanted.workId !== null && !work) throw new Problem('not_found', { what: 'such work' });
  // Before budgets, as everywhere.
  if (wanted.sceneId !== null && !(await lockScene(trx, wanted.sceneId))) {
    throw new Problem('not_found', { what: 'such scene' });
  }
  const join = recording.join === true ? {} : recording.join;
  const underWay = join ? await findUnderWay(trx, actor, wanted, join) : null;
  if (underWay) {
    const { sceneId, role } = wanted;
    if (wanted.picks && sceneId && (role === 'image' || role === 'video')) await unpinTake(trx, sceneId, role);
    return underWay;
  }
  const projectId = wanted.projectId ?? work?.projectId ?? null;
  const estimate = await estimateGeneration(world, trx, wanted);
  const { generationId } = ids;
  const { workId, role } = wanted;
  const account = await accountOf(trx, actor, wanted.chosen);
  const group = account === null ? {} : { group: account };
  const asked = { provider: provider.id, model: model.id, role };
  await reserveCosts(trx, actor, [{ generationId, projectId, workId, ...asked, estimate }]);
  await insertGeneration(trx, {
    id: generationId,
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    workId: wanted.workId,
    sceneId: wanted.sceneId,
    role: wanted.role,
    provider: provider.id,
    model: model.id,
    request: wanted.picks ? { ...wanted.request, picks: true } : wanted.request,
    inputsHash: wanted.inputsHash,
    estimateMicroUsd: estimate.expectedMicroUsd,
    projectId,
    tokenId: actor.tokenId ?? null,
    account,
    withKey: hasKey,
    ...(key === null ? {} : { sealedKey: key.sealed, sealedKeyId: key.keyId }),
  });
  const asksFor = askedProposal(wanted.request);
  const queueJobId = await world.queue.add(queueFor(provider, role), { ...ids }, { db: trx, ...group });
  await insertJob(trx, {
    id: ids.jobId,
    workspaceId: actor.workspaceId,
    createdBy: actor.userId,
    kind: wanted.kind ?? kinds[wanted.role],
    workId: wanted.workId,
    targetId: ids.generationId,
    queueJobId,
    stage: 'waiting',
    ...(asksFor === null ? {} : { result: { proposal: asksFor } }),
  });
  await appendEvent(trx, {
    workspaceId: actor.workspaceId,
    workId: wanted.workId,
    type: 'job',
    data: { jobId: ids.jobId, status: 'queued' },
  });
  if (wanted.sceneId !== null) await sceneChanged(trx, wanted.sceneId);
  return ids;
}

async function findUnderWay(
  trx: Trx,
  actor: Actor,
  wanted: WantedGeneration,
  which: UnderWay,
): Promise<RequestedGeneration | null> {
  const { provider, model } = wanted.chosen;
  const like = { ...wanted, workspaceId: actor.workspaceId, provider: provider.id, model: model.id };
  const generation = await findUnfinishedGeneration(trx, like, which);
  if (!generation) return null;
  const [job] = await listJobs(trx, { workspaceId: actor.workspaceId, targetId: generation.id });
  return job ? { jobId: job.id, generationId: generation.id } : null;
}
