import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ProviderError } from '#providers/provider.ts';
import { runVariants } from '#studio/scenes/run-variants.ts';
import { openTestServer, type Answered, type TestServer } from '../../test/open-test-server.ts';
import { someVendors } from '../../test/vendors.ts';

const vendors = someVendors();
const paid = { 'x-image-provider': 'vendor', 'x-video-provider': 'vendor', 'x-api-key': 'sk-variants-0123456789' };
const later = { ...paid, prefer: 'respond-async' };

let server: TestServer;
beforeAll(async () => {
  const price = { unit: 'image', microUsd: 40_000, asOf: '2026-11-21', source: 'this test' } as const;
  const providers = vendors.providers.map((provider) => ({
    ...provider,
    models: provider.models.map((model) => (model.id === 'painter-1' ? { ...model, prices: [price] } : model)),
  }));
  server = await openTestServer(undefined, 'all', {}, { providers });
});
afterAll(() => server[Symbol.asyncDispose]());
afterEach(() => {
  vendors.before.image = vendors.before.video = () => undefined;
});

type Json = Record<string, never>;

/** A work of one scene, and short ways to ask for its parts. */
async function aWork(imagePrompt: string) {
  const project = await server.ask('POST', '/projects', { body: { styleGuide: { tone: 'warm' } } });
  const path = `/projects/${project.json.id}/works`;
  const work = await server.ask('POST', path, { body: { resolution: { width: 64, height: 64 } } });
  const at = `${path}/${work.json.id}`;
  const scenes = [{ image_prompt: imagePrompt, video_prompt: 'push in', duration_seconds: 1 }];
  expect(await server.ask('PUT', `${at}/scenes`, { body: { scenes } })).toMatchObject({ status: 200 });
  const post = (tail: string, body?: object, headers: Record<string, string> = paid): Promise<Answered> =>
    server.ask('POST', `${at}${tail}`, { headers, ...(body === undefined ? {} : { body }) });
  const takes = async () => (await server.ask('GET', `${at}/scenes/0/takes`)).json;
  const jobs = async () => (await server.ask('GET', `/jobs?workId=${work.json.id}`)).json;
  return { at, id: work.json.id as string, post, takes, jobs };
}

/** Waits for a job; how it ended. */
async function ended(jobId: string) {
  for (;;) {
    const { json } = await server.ask('GET', `/jobs/${jobId}`);
    if (json.status !== 'queued' && json.status !== 'running') return json;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Holds the vendor's pictures until they are let go. */
function hold() {
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  vendors.before.image = async ({ signal }) => {
    reach();
    const stopped = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await Promise.race([released, stopped]);
  };
  return { reached, release };
}

const aQueueJob = {
  id: '00000000-0000-4000-8000-000000000000', // of no job
  queue: 'none',
  attempt: 1,
  isLastAttempt: false,
  signal: new AbortController().signal,
  closing: new AbortController().signal,
};

test('three variants are three takes with seeds of their own, and the newest is shown', async () => {
  const work = await aWork('three bottles');
  const answer = await work.post('/generate/scene/0/image', { variants: 3, seed: 70 });
  expect(answer).toMatchObject({ status: 200, json: { imageUrl: `/api${work.at}/media/scene/0/image` } });
  const takes = await work.takes();
  const bySeed = takes.toSorted((a: Json, b: Json) => Number(a['seed']) - Number(b['seed']));
  expect(bySeed.map(({ seed }: Json) => seed)).toEqual([70, 71, 72]);
  expect(answer.json.takeIds).toEqual(bySeed.map(({ id }: Json) => id));
  expect(takes.map(({ picked }: Json) => picked)).toEqual([true, false, false]);
  const jobs = await work.jobs();
  expect(jobs).toHaveLength(4);
  const whole = jobs.filter(({ costMicroUsd }: Json) => costMicroUsd === 120_000);
  expect(whole).toMatchObject([
    { kind: 'image', status: 'done', progress: 1, result: { takeIds: answer.json.takeIds } },
  ]);
});

test('a request that comes again while it is under way starts only what is missing', async () => {
  const work = await aWork('bottles in the rain');
  const asked = vendors.images.length;
  const { release } = hold();
  const answers = await Promise.all([
    work.post('/generate/scene/0/image', { variants: 2 }, later),
    work.post('/generate/scene/0/image', { variants: 2 }, later),
    work.post('/generate/scene/0/image', undefined, later),
  ]);
  const third = await work.post('/generate/scene/0/image', { variants: 3 }, later);
  // Another seed than theirs is another picture.
  const seeded = await work.post('/generate/scene/0/image', { seed: 5 }, later);
  const again = await work.post('/generate/scene/0/image', { seed: 5 }, later);
  expect(again.json).toEqual(seeded.json);
  release();
  for (const { json } of [...answers, third, seeded]) expect(await ended(json.jobId)).toMatchObject({ status: 'done' });
  expect(vendors.images.length - asked).toBe(4);
  expect(await work.takes()).toHaveLength(4);
});

test('an Idempotency-Key covers the variants: one request, one charge, and another body is refused', async () => {
  const work = await aWork('bottles once');
  const asked = vendors.images.length;
  const once = { ...paid, 'idempotency-key': `${work.id}-variants` };
  const first = await work.post('/generate/scene/0/image', { variants: 2 }, once);
  const second = await work.post('/generate/scene/0/image', { variants: 2 }, once);
  expect(second.json).toEqual(first.json);
  expect(await work.post('/generate/scene/0/image', { variants: 3 }, once)).toMatchObject({ status: 422 });
  expect(vendors.images.length - asked).toBe(2);
});

test('a variant that fails is named beside those that are there; where none is there, that is the answer', async () => {
  const work = await aWork('bottles that break');
  vendors.before.image = (_, { seed }) => {
    if (seed === 8) throw new ProviderError('moderated', 'vendor', 'too many bottles');
  };
  const some = await work.post('/generate/scene/0/image', { variants: 3, seed: 7 }, later);
  const job = await ended(some.json.jobId);
  expect(job).toMatchObject({
    status: 'done',
    costMicroUsd: 80_000,
    result: { failed: [{ code: 'provider_moderated', error: expect.stringContaining('too many bottles') }] },
  });
  expect(job.result.takeIds).toHaveLength(2);
  const { jobId: failed } = job.result.failed[0];
  expect(await server.ask('GET', `/jobs/${failed}`)).toMatchObject({ json: { status: 'failed', kind: 'image' } });

  vendors.before.image = () => {
    throw new ProviderError('quota', 'vendor', 'no credit');
  };
  const none = await work.post('/generate/scene/0/image', { variants: 2 });
  expect(none).toMatchObject({ status: 502, json: { code: 'provider_quota' } });
  expect(none.json.details.jobs).toMatchObject([{ code: 'provider_quota' }, { code: 'provider_quota' }]);
  const retried = await server.ask('POST', `/jobs/${none.json.details.jobId}/retry`, { headers: paid });
  expect(retried).toMatchObject({ status: 409, json: { error: expect.stringContaining('It was many jobs in one') } });
  vendors.before.image = () => undefined;
  const one = await server.ask('POST', `/jobs/${none.json.details.jobs[0].jobId}/retry`, { headers: paid });
  expect(await ended(one.json.id)).toMatchObject({ status: 'done' });
});

test('cancelling the variants cancels each; a process that closes hands the waiting to the next', async () => {
  const work = await aWork('bottles held back');
  const { reached, release } = hold();
  const { jobId } = (await work.post('/generate/scene/0/image', { variants: 2 }, later)).json;
  await reached;
  const closing = AbortSignal.abort();
  expect(await runVariants(server.world, { ...aQueueJob, payload: { jobId }, closing })).toMatchObject({
    status: 'again',
  });
  expect(['queued', 'running']).toContain((await server.ask('GET', `/jobs/${jobId}`)).json.status);
  await server.ask('POST', `/jobs/${jobId}/cancel`);
  expect((await work.jobs()).map(({ status }: Json) => status)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  release();
});

test('two variants of a whole scene are two pairs, and the picture that is shown is the one of the clip', async () => {
  const work = await aWork('a pair of bottles');
  // The clip that was begun first comes last.
  const { promise: filming, resolve: begin } = Promise.withResolvers<void>();
  vendors.before.image = (_, { seed }) => (seed === 31 ? filming : undefined);
  vendors.before.video = async (_, { seed }) => {
    if (seed !== 30) return;
    begin();
    while (!(await work.takes()).some((take: Json) => take['kind'] === 'video' && take['seed'] === 31)) {
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  };
  const answer = await work.post('/generate/scene/0', { variants: 2, seed: 30 });
  expect(answer).toMatchObject({ status: 200, json: { imageUrl: expect.any(String), videoUrl: expect.any(String) } });
  const takes = await work.takes();
  expect(takes.filter(({ picked }: Json) => picked).map(({ seed }: Json) => seed)).toEqual([30, 30]);
  const ofKind = (wanted: string) => takes.filter(({ kind }: Json) => kind === wanted);
  expect(
    ofKind('image')
      .map(({ seed }: Json) => seed)
      .toSorted(),
  ).toEqual([30, 31]);
  expect(
    ofKind('video')
      .map(({ seed }: Json) => seed)
      .toSorted(),
  ).toEqual([30, 31]);
  for (const clip of ofKind('video')) {
    const [picture] = ofKind('image').filter(({ id }: Json) => clip.parentIds.includes(id));
    expect(picture.seed).toBe(clip.seed);
    expect({ picked: picture.picked, approved: picture.approved }).toEqual({
      picked: clip.picked,
      approved: clip.picked,
    });
  }
  expect(takes.filter(({ picked }: Json) => picked)).toHaveLength(2);
  expect(answer.json.takeIds).toHaveLength(4);
});

test('where a budget has no room for all variants, none is started', async () => {
  const work = await aWork('dear bottles');
  const limit = { limitMicroUsd: 100_000, period: 'total' };
  expect(await server.ask('PUT', `${work.at}/budget`, { body: limit })).toMatchObject({ status: 200 });
  const asked = vendors.images.length;
  expect(await work.post('/generate/scene/0/image', { variants: 3 })).toMatchObject({
    status: 402,
    json: { code: 'budget_exceeded' },
  });
  expect(await work.jobs()).toEqual([]);
  expect(await work.post('/generate/scene/0/image', { variants: 2 })).toMatchObject({ status: 200 });
  expect(vendors.images.length - asked).toBe(2);
});

test('an identical earlier picture is taken over where it is asked for: at once, free, with its lineage', async () => {
  const [first, second] = [await aWork('the very same bottle'), await aWork('the very same bottle')];
  await first.post('/generate/scene/0/image', { seed: 11 });
  const [earlier] = await first.takes();
  const asked = vendors.images.length;
  const reused = await second.post('/generate/scene/0/image', { reuse: true }, later);
  expect(reused.status).toBe(202);
  const job = (await server.ask('GET', `/jobs/${reused.json.jobId}`)).json;
  expect(job).toMatchObject({ kind: 'image', status: 'done', costMicroUsd: 0 });
  const [take] = await second.takes();
  expect(job.result).toEqual({ takeIds: [take.id], imageUrl: `/api${second.at}/media/scene/0/image` });
  const { id, workId, sceneId, costMicroUsd, tookMs, notes, createdAt, ...lineage } = earlier;
  expect({ id, workId, sceneId, costMicroUsd }).toMatchObject({ costMicroUsd: 40_000 });
  expect([tookMs, notes, createdAt]).toEqual([expect.any(Number), [], expect.any(Number)]);
  expect(take).toMatchObject({ ...lineage, costMicroUsd: 0, tookMs: null, picked: true });
  expect(take.notes).toEqual([expect.stringContaining('nothing paid')]);
  expect(vendors.images).toHaveLength(asked);

  // Not by surprise; not of another seed; and not from another model.
  expect(await second.post('/generate/scene/0/image')).toMatchObject({ status: 200 });
  expect(await second.post('/generate/scene/0/image', { reuse: true, seed: 12 })).toMatchObject({ status: 200 });
  const rival = { ...paid, 'x-image-provider': 'rival' };
  expect(await second.post('/generate/scene/0/image', { reuse: true }, rival)).toMatchObject({ status: 200 });
  expect(vendors.images.length - asked).toBe(3);

  // What is there is taken over, and only the rest is made.
  const some = await second.post('/generate/scene/0/image', { reuse: true, variants: 2, seed: 12 });
  expect(vendors.images.length - asked).toBe(4);
  const seeds = new Map((await second.takes()).map(({ id: one, seed }: Json) => [one, seed]));
  expect(some.json.takeIds.map((one: never) => seeds.get(one))).toEqual([12, 13]);

  // It outlives where it came from; a damaged file is offered to nobody.
  expect(await server.ask('DELETE', first.at)).toMatchObject({ status: 204 });
  expect((await server.raw('GET', `/media/${take.id}`)).status).toBe(200);
  await rm(server.world.files.pathOf(take.sha256));
  expect(await second.post('/generate/scene/0/image', { reuse: true, seed: 11 })).toMatchObject({ status: 200 });
  expect(vendors.images.length - asked).toBe(5);
});

test('a whole scene is taken over too, picture and clip, and a second time it is there already', async () => {
  const [first, second] = [await aWork('a whole bottle'), await aWork('a whole bottle')];
  await first.post('/generate/scene/0', { seed: 21 });
  const [pictures, clips] = [vendors.images.length, vendors.videos.length];
  const reused = await second.post('/generate/scene/0', { reuse: true });
  const takes = await second.takes();
  expect(takes).toMatchObject([
    { kind: 'video', parentIds: [takes[1].id], seed: 21, costMicroUsd: 0, picked: true },
    { kind: 'image', seed: 21, costMicroUsd: 0, picked: true, approved: true },
  ]);
  expect(reused.json.takeIds).toEqual([takes[1].id, takes[0].id]);
  expect((await second.post('/generate/scene/0', { reuse: true })).json.takeIds).toEqual(reused.json.takeIds);
  expect(await second.post('/generate/scene/0/video', { reuse: true })).toMatchObject({
    json: { takeIds: [takes[0].id] },
  });
  expect(await second.takes()).toHaveLength(2);
  expect([vendors.images.length, vendors.videos.length]).toEqual([pictures, clips]);
});

test('what is no number of variants, no seed or not known is refused by name', async () => {
  const work = await aWork('a strange bottle');
  for (const body of [
    { variants: 5 },
    { variants: 0 },
    { seed: -1 },
    { seed: 2 ** 31 },
    { reuse: 'yes' },
    { copies: 2 },
  ]) {
    const answer = await work.post('/generate/scene/0/image', body);
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid_input' } });
    expect(answer.json.error).toContain(Object.keys(body)[0]);
  }
});
