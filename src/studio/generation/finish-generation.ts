import type { GenerationState } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import { updateAsset } from '#store/assets.ts';
import type { Trx } from '#store/database/tables.ts';
import { dropReferences } from '#store/drop-references.ts';
import { appendEvent } from '#store/events.ts';
import { moveGeneration, type GenerationRow } from '#store/generations.ts';
import { updateJob } from '#store/jobs.ts';
import { getScene, pickTake, replaceScenes, sceneIsThere } from '#store/scenes.ts';
import { insertTake } from '#store/takes.ts';
import { updateWork } from '#store/works.ts';
import { startDerivations } from '../media/start-derivations.ts';
import { newId } from '../new-id.ts';
import { ownPictures } from '../scenes/own-pictures.ts';
import { sceneChanged } from '../scenes/scene-changed.ts';
import { sceneMediaUrl } from '../scenes/scene-media-url.ts';
import { scenesFromScript } from '../scenes/scenes-from-script.ts';
import type { World } from '../world.ts';
import type { Answer } from './ask-provider.ts';
import { pickingOf, StoredScenarioRequest } from './generation-request.ts';
import { keepOutput } from './keep-output.ts';
import { keepOwnResult } from './keep-own-result.ts';

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
  try {
    await write(world, generation, jobId, answer, keep);
  } catch (error) {
    if (!keep.takeId || (await sceneIsThere(world.database.kysely, generation.sceneId ?? ''))) throw error;
    // Its work was deleted meanwhile, so the file is nobody's.
    await dropReferences(world.database, world.files, [{ kind: 'take', id: keep.takeId }]);
    throw new Problem('cancelled', {}, { cause: error });
  }
}

async function write(
  world: World,
  generation: GenerationRow,
  jobId: string,
  answer: Exclude<Answer, { kind: 'receipt' }>,
  keep: Keep,
): Promise<void> {
  await world.database.transaction(async (trx) => {
    const patch = { costMicroUsd: answer.costMicroUsd, progress: 1 };
    const isAwaited = (await moveGeneration(trx, generation.id, LIVE, 'done', patch)) !== null;
    if (!isAwaited && answer.kind !== 'media') return;
    const { takeIds, result } = await keep(trx, isAwaited);
    if (!isAwaited) return;
    await moveGeneration(trx, generation.id, ['done'], 'done', { takeIds });
    await updateJob(trx, jobId, {
      status: 'done',
      progress: 1,
      stage: 'done',
      costMicroUsd: answer.costMicroUsd,
      result,
    });
    await tell(trx, generation, jobId, takeIds);
  });
}

/** The news for whoever watches: the takes there are now, what shows them, and the end of the job. */
async function tell(trx: Trx, generation: GenerationRow, jobId: string, takeIds: readonly string[]): Promise<void> {
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
  await appendEvent(trx, { workspaceId, workId, type: 'job', data: { jobId, status: 'done' } });
}

const LIVE: readonly GenerationState[] = ['submitting', 'submitted', 'running', 'fetching'];

/** What was written, and what the job tells of it; what nobody waits for any more is not shown by itself. */
interface Keep {
  (trx: Trx, isAwaited: boolean): Promise<{ readonly takeIds: readonly string[]; readonly result: object }>;
  /** The take whose file is in the store already. */
  readonly takeId?: string;
}

const NO_TAKES = { takeIds: [], result: { takeIds: [] } };

/** Moves files into the store first (that cannot be part of a commit), then says what to write. */
async function prepare(
  world: World,
  generation: GenerationRow,
  answer: Exclude<Answer, { kind: 'receipt' }>,
): Promise<Keep> {
  const { workId, sceneId, workspaceId } = generation;
  if (answer.kind === 'description') {
    const { assetId, description } = answer;
    return async (trx) => {
      await updateAsset(trx, assetId, { description }); // one that was deleted meanwhile is not missed
      return { takeIds: [], result: { assetId, description } };
    };
  }
  if (workId === null) {
    const result = await keepOwnResult(world, generation, answer);
    return async () => ({ takeIds: [], result });
  }
  switch (answer.kind) {
    case 'analysis':
      return async (trx) => {
        await updateWork(trx, workId, { analysis: answer.analysis }, { by: 'server' });
        return NO_TAKES;
      };
    case 'style':
      return async () => ({ takeIds: [], result: { styleGuide: answer.styleGuide } });
    case 'scenario':
      return async (trx) => {
        const options = { newId: () => newId(world, 'scene'), userId: generation.createdBy };
        const scenes = scenesFromScript(answer.scenes, exactSceneCount(generation));
        await replaceScenes(trx, { id: workId, workspaceId }, scenes, options);
        const isDirect = exactSceneCount(generation) !== undefined;
        const made = isDirect ? { sceneCount: scenes.length } : {};
        await updateWork(trx, workId, { currentStep: 3, ...made }, { by: 'server' });
        if (isDirect) await ownPictures(trx, world, workId);
        return NO_TAKES;
      };
    case 'media': {
      const output = answer.outputs[0];
      if (!output || sceneId === null) {
        throw new Problem('provider_permanent', { provider: generation.provider, reason: 'it sent no result' });
      }
      const how = pickingOf(generation.request);
      const take = await keepOutput(world, { ...generation, workId, sceneId }, output, answer.costMicroUsd);
      const keep = async (trx: Trx, isAwaited: boolean) => {
        await insertTake(trx, take);
        await startDerivations(world, take, { db: trx });
        if (isAwaited) await pickTake(trx, { sceneId, kind: take.kind, takeId: take.id, how });
        const scene = await getScene(trx, sceneId);
        const url = scene && (await sceneMediaUrl(trx, scene, take.kind));
        const urls = url === null ? {} : take.kind === 'image' ? { imageUrl: url } : { videoUrl: url };
        return { takeIds: [take.id], result: { takeIds: [take.id], ...urls } };
      };
      return Object.assign(keep, { takeId: take.id });
    }
    default:
      return answer satisfies never;
  }
}

/** In direct mode each of the user's pictures is one scene, however many a model wrote. */
function exactSceneCount(generation: GenerationRow): number | undefined {
  const { assetUsageMode, assets } = StoredScenarioRequest.parse(generation.request);
  return assetUsageMode === 'direct' && assets.length > 0 ? assets.length : undefined;
}
