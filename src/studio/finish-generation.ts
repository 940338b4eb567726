import { Problem } from '#contract/problems.ts';
import type { Trx } from '#store/database/tables.ts';
import { appendEvent } from '#store/events.ts';
import { moveGeneration, type GenerationRow } from '#store/generations.ts';
import { updateJob } from '#store/jobs.ts';
import { pickTake, replaceScenes } from '#store/scenes.ts';
import { insertTake } from '#store/takes.ts';
import { updateWork } from '#store/works.ts';
import type { Answer } from './ask-provider.ts';
import { keepOutput } from './keep-output.ts';
import { newId } from './new-id.ts';
import { scenesFromScript } from './scenes-from-script.ts';
import type { World } from './world.ts';

/**
 * Keeps what a generation brought and ends it in one commit: the take, the pick, the states, the event.
 *
 * A take that arrives after a cancel is kept all the same; it is just not what the job says.
 */
export async function finishGeneration(
  world: World,
  generation: GenerationRow,
  jobId: string,
  answer: Exclude<Answer, { kind: 'receipt' }>,
): Promise<void> {
  const keep = await prepare(world, generation, answer);
  await world.database.transaction(async (trx) => {
    const takeIds = await keep(trx);
    const patch = { takeIds, costMicroUsd: answer.costMicroUsd, progress: 1 };
    if (!(await moveGeneration(trx, generation.id, ['submitting', 'submitted', 'running', 'fetching'], 'done', patch)))
      return;
    await updateJob(trx, jobId, {
      status: 'done',
      progress: 1,
      stage: 'done',
      costMicroUsd: answer.costMicroUsd,
      result: { takeIds },
    });
    await appendEvent(trx, {
      workspaceId: generation.workspaceId,
      workId: generation.workId,
      type: generation.sceneId ? 'scene' : 'work',
      data: { jobId, status: 'done', sceneId: generation.sceneId },
    });
  });
}

type Keep = (trx: Trx) => Promise<readonly string[]>;

/** Moves files into the store first (that cannot be part of a commit), then says what to write. */
async function prepare(
  world: World,
  generation: GenerationRow,
  answer: Exclude<Answer, { kind: 'receipt' }>,
): Promise<Keep> {
  const { workId, sceneId, workspaceId } = generation;
  if (workId === null) throw new Problem('not_found', { what: 'work of this generation' });
  switch (answer.kind) {
    case 'analysis':
      return async (trx) => {
        await updateWork(trx, workId, { analysis: answer.analysis }, { by: 'server' });
        return [];
      };
    case 'scenario':
      return async (trx) => {
        const options = { newId: () => newId(world, 'scene'), userId: generation.createdBy };
        await replaceScenes(trx, { id: workId, workspaceId }, scenesFromScript(answer.scenes), options);
        await updateWork(trx, workId, { currentStep: 3 }, { by: 'server' });
        return [];
      };
    case 'media': {
      const output = answer.outputs[0];
      if (!output || sceneId === null) {
        throw new Problem('provider_permanent', { provider: generation.provider, reason: 'it sent no result' });
      }
      const take = await keepOutput(world, { ...generation, workId, sceneId }, output, answer.costMicroUsd);
      return async (trx) => {
        await insertTake(trx, take);
        await pickTake(trx, { sceneId, kind: take.kind, takeId: take.id, pin: false });
        return [take.id];
      };
    }
    default:
      return answer satisfies never;
  }
}
