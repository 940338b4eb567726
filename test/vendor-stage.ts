import type { JobOutcome, RunningJob } from '#jobs/job-queue.ts';
import type { Provider } from '#providers/provider.ts';
import { getGeneration, type GenerationRow } from '#store/generations.ts';
import { getJob, type JobRow } from '#store/jobs.ts';
import { heldFor } from '#store/ledger.ts';
import { replaceScenes } from '#store/scenes.ts';
import { listTakes, type TakeRow } from '#store/takes.ts';
import { chooseModel } from '#studio/generation/choose-model.ts';
import { composeImageRequest } from '#studio/generation/compose-image-request.ts';
import { requestGeneration } from '#studio/generation/request-generation.ts';
import { runGeneration } from '#studio/generation/run-generation.ts';
import { newId } from '#studio/new-id.ts';
import { createProject } from '#studio/projects/create-project.ts';
import { VENDOR_QUEUE } from '#studio/queues.ts';
import { sceneInFilm } from '#studio/scenes/scene-in-film.ts';
import { createWork } from '#studio/works/create-work.ts';
import type { World } from '#studio/world.ts';
import { aScript } from './stored-rows.ts';

export const A_KEY = 'sk-a-key-nobody-may-see';

/** A picture that a vendor was asked for, in a world whose own workers never see it: the test runs each step. */
export interface StagedPicture {
  readonly world: World;
  readonly workId: string;
  readonly sceneId: string;
  readonly jobId: string;
  readonly generationId: string;
  /** One turn of its job; what a turn says of it is what the next is told. */
  readonly run: (job?: Partial<RunningJob>) => Promise<JobOutcome>;
  readonly row: () => Promise<GenerationRow>;
  readonly job: () => Promise<JobRow>;
  readonly takes: () => Promise<readonly TakeRow[]>;
  /** What the budgets hold back for it, in millionths of a dollar. */
  readonly held: () => Promise<number>;
}

/** A picture of a new work, asked of a provider; `whole` is a world without workers. */
export async function stagePicture(whole: World, provider: Provider): Promise<StagedPicture> {
  const world = { ...whole, providers: [provider] };
  const actor = world.owner;
  const project = await createProject(world, actor, {});
  const work = await createWork(world, actor, project.id, { resolution: { width: 64, height: 64 } });
  await world.database.transaction((trx) =>
    replaceScenes(trx, { id: work.id, workspaceId: actor.workspaceId }, [aScript('a bottle')], {
      newId: () => newId(world, 'scene'),
      userId: actor.userId,
    }),
  );
  const film = await sceneInFilm(world, work.id, 0);
  const choices = { providers: world.providers, nowMs: world.clock.nowMs() };
  const chosen = chooseModel(choices, 'image', { providerId: provider.id, apiKey: A_KEY });
  const target = { workId: work.id, sceneId: film.scene.id };
  const wanted = { role: 'image', chosen, ...target, ...composeImageRequest(film, 1) } as const;
  const { jobId, generationId } = await requestGeneration(world, actor, wanted);
  return { ...target, ...staged(world, { workId: work.id, jobId, generationId }), jobId, generationId };
}

/** The same picture by another process, whose providers may be others by then. */
export function staged(
  world: World,
  ids: { readonly workId: string; readonly jobId: string; readonly generationId: string },
): Pick<StagedPicture, 'world' | 'run' | 'row' | 'job' | 'takes' | 'held'> {
  const { workId, jobId, generationId } = ids;
  const db = world.database.kysely;
  let payload: RunningJob['payload'] = { jobId, generationId };
  const row = async (): Promise<GenerationRow> => there(await getGeneration(db, generationId));
  const job = async (): Promise<JobRow> => there(await getJob(db, jobId));
  return {
    world,
    row,
    job,
    takes: () => listTakes(db, { workId }),
    held: async () => (await heldFor(db, [generationId])).get(generationId) ?? 0,
    run: async (given = {}) => {
      const outcome = await runGeneration(world, {
        id: (await job()).queueJobId ?? '',
        queue: VENDOR_QUEUE,
        payload,
        attempt: 1,
        isLastAttempt: false,
        signal: new AbortController().signal,
        closing: new AbortController().signal,
        ...given,
      });
      if (outcome.status === 'again') payload = outcome.payload ?? payload;
      return outcome;
    },
  };
}

function there<T>(row: T | null): T {
  if (row === null) throw new Error('it is not on record');
  return row;
}
