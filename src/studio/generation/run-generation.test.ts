import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { ProviderError, type ImageRequest, type MediaAdapter, type Provider } from '#providers/provider.ts';

import { claimForSubmit, getGeneration, moveGeneration, recordReceipt } from '#store/generations.ts';
import { getJob } from '#store/jobs.ts';
import { listScenes, replaceScenes } from '#store/scenes.ts';
import { listTakes } from '#store/takes.ts';
import { openTestWorld } from '../../../test/open-test-world.ts';
import { chooseModel } from './choose-model.ts';
import { composeImageRequest } from './compose-image-request.ts';
import { createProject } from '../projects/create-project.ts';
import { createWork } from '../works/create-work.ts';
import { newId } from '../new-id.ts';
import { requestGeneration } from './request-generation.ts';
import { runGeneration } from './run-generation.ts';
import { sceneInFilm } from '../scenes/scene-in-film.ts';
import type { World } from '../world.ts';

let whole: Awaited<ReturnType<typeof openTestWorld>>['world'];
beforeAll(async () => {
  whole = (await openTestWorld()).world;
});
afterAll(() => whole[Symbol.asyncDispose]());

/** A vendor that is paid, played by an adapter whose calls are counted. */
function aPaidVendor(image: MediaAdapter<ImageRequest>): Provider {
  const model = { id: 'painter-1', name: 'Painter', description: '', role: 'image', prices: [] } as const;
  return { id: 'vendor', label: 'Vendor', description: '', keyless: false, models: [model], image };
}

/** A queued picture of a fresh work at a vendor, in a world whose own workers never see it. */
async function aQueuedPicture(image: MediaAdapter<ImageRequest>) {
  const world: World = {
    ...whole,
    providers: [aPaidVendor(image)],
    queue: { ...whole.queue, add: async () => 'no-queue-job' },
  };
  const actor = world.owner;
  const project = await createProject(world, actor, {});
  const work = await createWork(world, actor, project.id, { resolution: { width: 64, height: 64 } });
  const script = {
    durationS: 1,
    imagePrompt: 'a bottle',
    negativePrompt: '',
    videoPrompt: '',
    textOverlay: null,
    transition: 'cut',
  };
  await world.database.transaction((trx) =>
    replaceScenes(trx, { id: work.id, workspaceId: actor.workspaceId }, [script], {
      newId: () => newId(world, 'scene'),
      userId: actor.userId,
    }),
  );
  const film = await sceneInFilm(world, work.id, 0);
  const chosen = chooseModel({ providers: world.providers, nowMs: Date.now() }, 'image', {
    providerId: 'vendor',
    apiKey: 'sk-test',
  });
  const wanted = {
    role: 'image',
    chosen,
    workId: work.id,
    sceneId: film.scene.id,
    ...composeImageRequest(film, 1),
  } as const;
  const { jobId, generationId } = await requestGeneration(world, actor, wanted);
  const run = () =>
    runGeneration(world, {
      id: '00000000-0000-4000-8000-000000000000', // of no job
      queue: 'picture',
      payload: { generationId, jobId },
      attempt: 1,
      isLastAttempt: false,
      signal: new AbortController().signal,
      closing: new AbortController().signal,
    });
  const state = async () => (await getGeneration(world.database.kysely, generationId))?.state;
  return { world, work, jobId, generationId, run, state };
}

async function aPicture(context: { scratch: string; ffmpeg: string }): Promise<string> {
  const path = join(context.scratch, 'picture.png');
  await runFfmpeg({
    ffmpeg: context.ffmpeg,
    doing: 'making a picture',
    args: ['-f', 'lavfi', '-i', 'testsrc=s=64x64', '-frames:v', '1', path],
  });
  return path;
}

test('a picture that comes at once is kept as the take the scene shows', async () => {
  const picture = await aQueuedPicture({
    submit: async (_, context) => ({
      status: 'done',
      outputs: [{ mime: 'image/png', path: await aPicture(context) }],
      costMicroUsd: 40_000,
    }),
  });
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.state()).toBe('done');
  const takes = await listTakes(picture.world.database.kysely, { workId: picture.work.id });
  expect(takes).toMatchObject([{ kind: 'image', origin: 'generated', provider: 'vendor', costMicroUsd: 40_000 }]);
  const [scene] = await listScenes(picture.world.database.kysely, picture.work.id);
  expect(scene?.pickedImageTakeId).toBe(takes[0]?.id);
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await listTakes(picture.world.database.kysely, { workId: picture.work.id })).toHaveLength(1);
});

test('a paid call that may have been taken when the process died is never made again by itself', async () => {
  let calls = 0;
  const picture = await aQueuedPicture({
    submit: async () => {
      calls += 1;
      throw new Error('never reached');
    },
  });
  await claimForSubmit(picture.world.database.kysely, picture.generationId); // … and then the process died
  expect(await picture.run()).toEqual({ status: 'done' });
  expect(await picture.state()).toBe('uncertain');
  expect(calls).toBe(0);
  expect(await getJob(picture.world.database.kysely, picture.jobId)).toMatchObject({
    status: 'uncertain',
    error: { code: 'submission_uncertain' },
  });
});

test('a receipt is asked for until the picture is there, also by a process that never saw the submit', async () => {
  let submits = 0;
  let polls = 0;
  const receipt = { v: 1, provider: 'vendor', model: 'painter-1', id: 'task-1', submittedAt: 1 } as const;
  const picture = await aQueuedPicture({
    submit: async () => {
      submits += 1;
      return { status: 'receipt', receipt };
    },
    poll: async (asked, context) => {
      expect(asked).toEqual(receipt);
      polls += 1;
      if (polls < 3) return { status: 'pending', pollAfterMs: 1500, progress: polls / 3 };
      return { status: 'done', outputs: [{ mime: 'image/png', path: await aPicture(context) }], costMicroUsd: 10 };
    },
  });
  expect(await picture.run()).toMatchObject({ status: 'again' });
  expect(await picture.state()).toBe('submitted');
  expect(await picture.run()).toEqual({ status: 'again', afterMs: 1500 });
  expect(await picture.state()).toBe('running');
  await picture.run();
  expect(await picture.run()).toEqual({ status: 'done' });
  expect({ submits, polls, state: await picture.state() }).toEqual({ submits: 1, polls: 3, state: 'done' });
});

test.each([
  ['ambiguous', 'uncertain', 'submission_uncertain'],
  ['moderated', 'failed', 'provider_moderated'],
  ['invalid_key', 'failed', 'provider_invalid_key'],
  ['quota', 'failed', 'provider_quota'],
] as const)(
  'a submit that ends %s leaves the generation %s, with a sentence for the user',
  async (kind, state, code) => {
    const picture = await aQueuedPicture({
      submit: async () => {
        throw new ProviderError(kind, 'vendor', 'the vendor says so');
      },
    });
    expect(await picture.run()).toEqual({ status: 'done' });
    expect(await picture.state()).toBe(state);
    expect((await getJob(picture.world.database.kysely, picture.jobId))?.error).toMatchObject({
      code,
      message: expect.stringContaining('Vendor'),
    });
  },
);

test('a submit that surely was not taken is made again, three times at most', async () => {
  let calls = 0;
  const picture = await aQueuedPicture({
    submit: async () => {
      calls += 1;
      throw new ProviderError('transient', 'vendor', 'no such host');
    },
  });
  expect(await picture.run()).toMatchObject({ status: 'again' });
  expect(await picture.run()).toMatchObject({ status: 'again' });
  expect(await picture.run()).toEqual({ status: 'done' });
  expect({ calls, state: await picture.state() }).toEqual({ calls: 3, state: 'failed' });
});

test('a paid submit that broke in a way nobody foresaw is uncertain, not failed', async () => {
  const picture = await aQueuedPicture({
    submit: async () => {
      throw new TypeError('fetch failed');
    },
  });
  await picture.run();
  expect(await picture.state()).toBe('uncertain');
});

test('a question about a receipt that fails is no verdict', async () => {
  const picture = await aQueuedPicture({
    submit: async () => ({
      status: 'receipt',
      receipt: { v: 1, provider: 'vendor', model: 'painter-1', id: 't', submittedAt: 1 },
    }),
    poll: async () => {
      throw new ProviderError('transient', 'vendor', '500');
    },
  });
  await picture.run();
  expect(await picture.run()).toMatchObject({ status: 'again' });
  expect(await picture.state()).toBe('submitted');
});

test('a vendor that asks to slow down is obeyed, and nothing counts as submitted', async () => {
  const picture = await aQueuedPicture({
    submit: async () => {
      throw new ProviderError('rate_limited', 'vendor', 'slow down', { retryAfterMs: 7000 });
    },
  });
  expect(await picture.run()).toEqual({ status: 'again', afterMs: 7000 });
  expect(await picture.state()).toBe('queued');
});

test('a result that is not a picture is refused, and the scene says why', async () => {
  const picture = await aQueuedPicture({
    submit: async (_, context) => {
      const path = join(context.scratch, 'picture.png');
      await writeFile(path, '<html>sorry</html>');
      return { status: 'done', outputs: [{ mime: 'image/png', path }] };
    },
  });
  await picture.run();
  expect(await picture.state()).toBe('failed');
  const [scene] = await listScenes(picture.world.database.kysely, picture.work.id);
  expect(scene?.lastError?.code).toBe('media_unreadable');
});

test('a picture that comes after a cancel is kept, but the scene does not show it by itself', async () => {
  const picture = await aQueuedPicture({
    submit: async (_, context) => {
      await moveGeneration(picture.world.database.kysely, picture.generationId, ['submitting'], 'cancelled');
      return { status: 'done', outputs: [{ mime: 'image/png', path: await aPicture(context) }] };
    },
  });
  await picture.run();
  expect(await picture.state()).toBe('cancelled');
  expect(await listTakes(picture.world.database.kysely, { workId: picture.work.id })).toHaveLength(1);
  const [scene] = await listScenes(picture.world.database.kysely, picture.work.id);
  expect(scene?.pickedImageTakeId).toBeNull();
});

test('a key that cannot be opened any more is asked for again, unless the vendor may have been asked with it', async () => {
  const picture = await aQueuedPicture({ submit: async () => ({ status: 'done', outputs: [] }) });
  const { kysely } = picture.world.database;
  await kysely
    .updateTable('generation')
    .set({ sealed_key_id: 'another' })
    .where('id', '=', picture.generationId)
    .execute();
  await picture.run();
  expect(await picture.state()).toBe('failed');
  expect((await getJob(kysely, picture.jobId))?.error).toMatchObject({ code: 'provider_key_missing' });

  const asked = await aQueuedPicture({ submit: async () => ({ status: 'done', outputs: [] }) });
  const receipt = { v: 1, provider: 'vendor', model: 'painter-1', id: 't', submittedAt: 1 };
  await claimForSubmit(kysely, asked.generationId);
  await recordReceipt(kysely, asked.generationId, receipt);
  await kysely
    .updateTable('generation')
    .set({ sealed_key_id: 'another' })
    .where('id', '=', asked.generationId)
    .execute();
  await asked.run();
  expect(await asked.state()).toBe('uncertain');
});
