import type { AnalysisResult } from '#contract/analysis.ts';
import type { GenerationState } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import type { MediaOutput } from '#providers/provider.ts';
import { updateAsset } from '#store/assets.ts';
import type { Trx } from '#store/database/tables.ts';
import { dropReferences } from '#store/drop-references.ts';
import { appendEvent } from '#store/events.ts';
import { endWithdrawal, lockGeneration, moveGeneration, type GenerationRow } from '#store/generations.ts';
import { updateJob } from '#store/jobs.ts';
import { getScene, pickTake, replaceScenes, sceneIsThere } from '#store/scenes.ts';
import { insertTake } from '#store/takes.ts';
import { lockWork, updateWork } from '#store/works.ts';
import { settleCost } from '../costs/settle-cost.ts';
import { startDerivations } from '../media/start-derivations.ts';
import { newId } from '../new-id.ts';
import { proposalResult } from '../proposals/proposal-result.ts';
import { ownPictures } from '../scenes/own-pictures.ts';
import { sceneChanged } from '../scenes/scene-changed.ts';
import { sceneMediaUrl } from '../scenes/scene-media-url.ts';
import { scenesFromScript } from '../scenes/scenes-from-script.ts';
import type { World } from '../world.ts';
import type { Answer } from './ask-provider.ts';
import { pickingOf, StoredAnalysisRequest, StoredScenarioRequest } from './generation-request.ts';
import { keepOutput, type KeptOutput } from './keep-output.ts';
import { keepOwnResult } from './keep-own-result.ts';
import { settleGeneration } from './settle-generation.ts';

/**
 * Keeps what a generation brought and ends it in one commit: the take, the pick, the states, the event.
 *
 * A take that arrives after a cancel is kept all the same, as one of the scene's; nothing else of it is.
 */
export async function finishGeneration(
  world: World,
  generation: GenerationRow,
  jobId: string,
  answer: Exclude<Answer, { kind: 'receipt' }>,
): Promise<void> {
  const keep = await prepare(world, generation, answer);
  const drop = (): Promise<unknown> =>
    dropReferences(
      world.database,
      world.files,
      keep.takeIds.map((id) => ({ kind: 'take', id })),
    );
  try {
    const isKept = await write(world, generation, jobId, answer, keep);
    if (!isKept) await drop();
  } catch (error) {
    if (keep.takeIds.length === 0 || (await sceneIsThere(world.database.kysely, generation.sceneId ?? ''))) throw error;
    // Its work was deleted meanwhile, so the files are nobody's; they were paid for all the same.
    await drop();
    const { costMicroUsd } = answer;
    await settleGeneration(world, generation, jobId, new Problem('cancelled', {}, { cause: error }), {
      spent: { costMicroUsd },
    });
  }
}

/** @returns false where another run has finished it before, so that what this one brought is nobody's */
function write(
  world: World,
  generation: GenerationRow,
  jobId: string,
  answer: Exclude<Answer, { kind: 'receipt' }>,
  keep: Keep,
): Promise<boolean> {
  return world.database.transaction(async (trx) => {
    const isAwaited =
      (await moveGeneration(trx, generation.id, AWAITED, 'done', { progress: 1, error: null })) !== null;
    if (!isAwaited && (await lockGeneration(trx, generation.id))?.state === 'done') return false;
    const costMicroUsd = await settleCost(trx, generation, answer.costMicroUsd, world.log);
    if (!isAwaited && answer.kind !== 'media') {
      await endWithdrawal(trx, generation.id);
      return true;
    }
    const { takeIds, result } = await keep.write(trx, { isAwaited, costMicroUsd });
    if (isAwaited) {
      await moveGeneration(trx, generation.id, ['done'], 'done', { takeIds });
      await updateJob(trx, jobId, { status: 'done', progress: 1, stage: 'done', costMicroUsd, result });
    } else await endWithdrawal(trx, generation.id, { takeIds });
    await tell(trx, generation, jobId, { takeIds, isAwaited });
    return true;
  });
}

/** The news for whoever watches: the takes there are now, what shows them, and the end of the job. */
async function tell(
  trx: Trx,
  generation: GenerationRow,
  jobId: string,
  { takeIds, isAwaited }: { readonly takeIds: readonly string[]; readonly isAwaited: boolean },
): Promise<void> {
  const { workspaceId, workId, sceneId, role } = generation;
  if (sceneId !== null) {
    const kind = role === 'video' ? 'video' : 'image';
    for (const takeId of takeIds) {
      await appendEvent(trx, { workspaceId, workId, type: 'take', data: { takeId, sceneId, kind } });
    }
    await sceneChanged(trx, sceneId);
  } else if (workId !== null) {
    await appendEvent(trx, { workspaceId, workId, type: 'work', data: { jobId, status: 'done' } });
  }
  if (!isAwaited) return;
  await appendEvent(trx, { workspaceId, workId, type: 'job', data: { jobId, status: 'done' } });
}

/** What a result is awaited in: also where it was given up as uncertain, or put back in line as free, too soon. */
const AWAITED: readonly GenerationState[] = ['queued', 'submitting', 'submitted', 'running', 'fetching', 'uncertain'];

/** What is to be written. */
interface Keep {
  /** What nobody waits for any more is not shown by itself. */
  readonly write: (
    trx: Trx,
    how: { readonly isAwaited: boolean; readonly costMicroUsd: number | null },
  ) => Promise<{ readonly takeIds: readonly string[]; readonly result: object }>;
  /** The takes whose files are in the store already. */
  readonly takeIds: readonly string[];
}

const NO_TAKES = { takeIds: [], result: { takeIds: [] } };

const withoutFiles = (write: Keep['write']): Keep => ({ write, takeIds: [] });

/** Moves files into the store first (that cannot be part of a commit), then says what to write. */
async function prepare(
  world: World,
  generation: GenerationRow,
  answer: Exclude<Answer, { kind: 'receipt' }>,
): Promise<Keep> {
  const { workId, sceneId, workspaceId } = generation;
  if (answer.kind === 'description') {
    const { assetId, description } = answer;
    return withoutFiles(async (trx) => {
      await updateAsset(trx, assetId, { description }); // one that was deleted meanwhile is not missed
      return { takeIds: [], result: { assetId, description } };
    });
  }
  if (answer.kind === 'proposal') {
    const result = proposalResult(generation.request, answer);
    return withoutFiles(async () => ({ takeIds: [], result }));
  }
  if (workId === null) {
    const result = await keepOwnResult(world, generation, answer);
    return withoutFiles(async () => ({ takeIds: [], result }));
  }
  switch (answer.kind) {
    case 'analysis':
      return withoutFiles(async (trx, how) => {
        const { costMicroUsd } = how;
        const analysis = { ...answer.analysis, said_by: saidBy(world, generation, costMicroUsd) };
        const { video } = StoredAnalysisRequest.parse(generation.request);
        // Of another video than the one it has by now it says nothing; it was paid, so the job keeps it.
        if ((await lockWork(trx, workId))?.referenceSha256 !== video.sha256)
          return { takeIds: [], result: { takeIds: [], analysis } };
        await updateWork(trx, workId, { analysis }, { by: 'server' });
        return NO_TAKES;
      });
    case 'style':
      return withoutFiles(async () => ({ takeIds: [], result: { styleGuide: answer.styleGuide } }));
    case 'scenario':
      return withoutFiles(async (trx) => {
        const options = { newId: () => newId(world, 'scene'), userId: generation.createdBy };
        const scenes = scenesFromScript(answer.scenes, exactSceneCount(generation));
        await replaceScenes(trx, { id: workId, workspaceId }, scenes, options);
        const isDirect = exactSceneCount(generation) !== undefined;
        const made = isDirect ? { sceneCount: scenes.length } : {};
        await updateWork(trx, workId, { currentStep: 3, ...made }, { by: 'server' });
        if (isDirect) await ownPictures(trx, world, workId);
        return NO_TAKES;
      });
    case 'media': {
      if (answer.outputs.length === 0 || sceneId === null) {
        throw new Problem('provider_permanent', { provider: generation.provider, reason: 'it sent no result' });
      }
      return keepTakes(world, { ...generation, workId, sceneId }, answer.outputs);
    }
    default:
      return answer satisfies never;
  }
}

/** Who is on record for what was said of a video. */
function saidBy(
  world: Pick<World, 'clock'>,
  { provider, model }: GenerationRow,
  costMicroUsd: number | null,
): NonNullable<AnalysisResult['said_by']> {
  return { provider, model, cost_micro_usd: costMicroUsd, at: world.clock.nowMs() };
}

/** Every result is a take, for it was paid; the first is the one that is shown. */
async function keepTakes(
  world: World,
  generation: GenerationRow & { readonly workId: string; readonly sceneId: string },
  outputs: readonly MediaOutput[],
): Promise<Keep> {
  const { sceneId } = generation;
  const how = pickingOf(generation.request);
  const takes: KeptOutput[] = [];
  for (const output of outputs) takes.push(await keepOutput(world, generation, output));
  const takeIds = takes.map(({ id }) => id);
  const write: Keep['write'] = async (trx, { isAwaited, costMicroUsd }) => {
    const share = costMicroUsd === null ? null : Math.floor(costMicroUsd / takes.length);
    const first = costMicroUsd === null || share === null ? null : costMicroUsd - share * (takes.length - 1);
    for (const [place, kept] of takes.entries()) {
      const take = { ...kept, costMicroUsd: place === 0 ? first : share };
      await insertTake(trx, take);
      await startDerivations(world, take, { db: trx });
      if (isAwaited && place === 0) await pickTake(trx, { sceneId, kind: take.kind, takeId: take.id, how });
    }
    const scene = await getScene(trx, sceneId);
    const kind = generation.role === 'video' ? 'video' : 'image';
    const url = scene && (await sceneMediaUrl(trx, scene, kind));
    const urls = url === null ? {} : kind === 'image' ? { imageUrl: url } : { videoUrl: url };
    return { takeIds, result: { takeIds, ...urls } };
  };
  return { write, takeIds };
}

/** In direct mode each of the user's pictures is one scene, however many a model wrote. */
function exactSceneCount(generation: GenerationRow): number | undefined {
  const { assetUsageMode, assets } = StoredScenarioRequest.parse(generation.request);
  return assetUsageMode === 'direct' && assets.length > 0 ? assets.length : undefined;
}
