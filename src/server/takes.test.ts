import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOf, openTestServer, type Answered, type TestServer } from '../../test/open-test-server.ts';
import { solidPng } from '../../test/solid-png.ts';
import { someVendors } from '../../test/vendors.ts';

const vendors = someVendors();
const paid = { 'x-image-provider': 'vendor', 'x-video-provider': 'vendor', 'x-api-key': 'sk-takes-0123456789' };

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(undefined, 'all', {}, { providers: vendors.providers });
});
afterAll(() => server[Symbol.asyncDispose]());

type Json = Record<string, never>;

/** A work with these scenes and an asset, and short ways to ask for its parts. */
async function aWork(prompts: readonly string[], fields: object = {}) {
  const made = await server.ask('POST', '/projects', { body: { styleGuide: { tone: 'warm' } } });
  const project = `/projects/${made.json.id}`;
  const form = formOf({ field: 'file', bytes: solidPng('navy'), name: 'lamp.png' }, { name: 'lamp' });
  const asset = (await server.ask('POST', `${project}/assets`, { form })).json;
  const body = { resolution: { width: 64, height: 64 }, ...fields };
  const at = `${project}/works/${(await server.ask('POST', `${project}/works`, { body })).json.id}`;
  const put = (change: object): Promise<Answered> => server.ask('PUT', at, { body: change });
  const scenes = prompts.map((image_prompt, scene_index) => ({
    scene_index,
    image_prompt,
    video_prompt: 'push in',
    duration_seconds: 1,
  }));
  expect(await put({ scenes })).toMatchObject({ status: 200 });
  const post = (tail: string, body_?: object, headers: Record<string, string> = paid): Promise<Answered> =>
    server.ask('POST', `${at}${tail}`, { headers, ...(body_ === undefined ? {} : { body: body_ }) });
  const bulk = async (tail: string, only?: string): Promise<number> => {
    const { jobs } = (await post(tail, only === undefined ? undefined : { only })).json;
    for (const { jobId } of jobs) await ended(jobId);
    return jobs.length;
  };
  return {
    at,
    project,
    asset,
    put,
    post,
    bulk,
    scenes: async () => (await server.ask('GET', at)).json.scenes,
    takes: async (index: number) => (await server.ask('GET', `${at}/scenes/${index}/takes`)).json,
    changes: async () => (await server.ask('GET', `${at}/changes`)).json.scenes.map(withoutPlace),
  };
}

/** What is said of a scene, but for which it is. */
function withoutPlace(one: Json): object {
  return Object.fromEntries(Object.entries(one).filter(([name]) => !name.startsWith('scene')));
}

async function ended(jobId: string): Promise<void> {
  for (;;) {
    const { status } = (await server.ask('GET', `/jobs/${jobId}`)).json;
    if (status !== 'queued' && status !== 'running') return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

async function upload(at: string, sceneIndex: number): Promise<Answered> {
  const form = formOf({ field: 'file', bytes: solidPng('red'), name: 'red.png' });
  return server.ask('POST', `${at}/scenes/${sceneIndex}/takes`, { form });
}

test('a take tells what went in, and whether its scene has other inputs by now', async () => {
  const work = await aWork(['a lamp']);
  await work.put({ selectedAssetIds: [work.asset.id], assetUsageMode: 'reference' });
  await work.post('/generate/scene/0', { seed: 4 });
  const [clip, picture] = await work.takes(0);
  const [{ sha256 }] = picture.references;
  expect(picture).toMatchObject({
    prompt: expect.stringMatching(/^Tone: warm\.[^]*a lamp$/),
    negativePrompt: '',
    provider: 'vendor',
    model: 'painter-1',
    seed: 4,
    references: [{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), assetId: work.asset.id, name: 'lamp' }],
    costMicroUsd: 40_000,
    tookMs: expect.any(Number),
    generationId: expect.stringMatching(/^gen_/),
    notes: [],
    inputsChanged: false,
  });
  expect(clip).toMatchObject({ parentIds: [picture.id], seed: 4, inputsChanged: false });

  // A reference that is no asset any more still has its bytes' name.
  const [scene] = await work.scenes();
  await work.put({ selectedAssetIds: [], scenes: [{ ...scene, image_prompt: 'a lantern' }] });
  await server.ask('DELETE', `${work.project}/assets/${work.asset.id}`);
  const changed = await work.takes(0);
  expect(changed).toMatchObject([
    { id: clip.id, inputsChanged: false },
    { id: picture.id, inputsChanged: true, references: [{ sha256, assetId: null, name: null }] },
  ]);
  const picked = await work.post(`/scenes/0/takes/${picture.id}/pick`);
  expect(picked.json).toEqual(changed[1]);

  const own = await upload(work.at, 0);
  expect(own).toMatchObject({
    status: 201,
    json: { origin: 'uploaded', picked: true, inputsChanged: false, generationId: null, references: [], tookMs: null },
  });
  expect((await work.takes(0))[1]).toMatchObject({ id: clip.id, inputsChanged: true });
});

test('a work says which pictures and clips are of other inputs than its scenes have, and why', async () => {
  const work = await aWork(['one', 'two']);
  expect(await work.changes()).toEqual([
    { image: 'missing', video: 'missing' },
    { image: 'missing', video: 'missing' },
  ]);
  await work.post('/generate/scene/0');
  const current = { image: 'current', video: 'current' };
  const missing = { image: 'missing', video: 'missing' };
  expect(await work.changes()).toEqual([current, missing]);

  const [scene, other] = await work.scenes();
  const after = async (change: object) => {
    expect(await work.put(change)).toMatchObject({ status: 200 });
    const [first] = await work.changes();
    return first;
  };
  const both = (imageReasons: string[], videoReasons = imageReasons) => ({
    image: 'changed',
    imageReasons,
    video: 'changed',
    videoReasons,
  });
  const pictureOnly = (...imageReasons: string[]) => ({ ...current, image: 'changed', imageReasons });
  const clipOnly = (...videoReasons: string[]) => ({ ...current, video: 'changed', videoReasons });
  expect(await after({ scenes: [{ ...scene, image_prompt: 'another' }, other] })).toEqual(pictureOnly('prompt'));
  expect(await after({ scenes: [{ ...scene, video_prompt: 'orbit' }, other] })).toEqual(clipOnly('prompt'));
  expect(await after({ scenes: [{ ...scene, duration_seconds: 3 }, other] })).toEqual(clipOnly('duration'));
  expect(await after({ scenes: [{ ...scene, negative_prompt: 'people' }, other] })).toEqual(both(['negative prompt']));
  expect(await after({ scenes: [scene, other], styleGuide: { tone: 'cold' } })).toEqual(both(['style guide']));
  expect(await after({ styleGuide: null, imageSystemPrompt: 'Oil on canvas.' })).toEqual(pictureOnly('instruction'));
  expect(await after({ imageSystemPrompt: null, resolution: { width: 96, height: 64 } })).toEqual(both(['size']));
  const asset = { selectedAssetIds: [work.asset.id], assetUsageMode: 'reference' };
  expect(await after({ resolution: { width: 64, height: 64 }, ...asset })).toEqual(pictureOnly('references'));
  expect(await after({ selectedAssetIds: [] })).toEqual(current);
  expect(await after({ scenes: [{ ...scene, image_prompt: ' one ', text_overlay: 'Hi' }, other] })).toEqual(current);

  // A newer picture: the clip is of the older one.
  await work.post('/generate/scene/0/image', { seed: 999_999 });
  expect((await work.changes())[0]).toEqual(clipOnly('picture'));

  // What is the user's own is never called changed.
  const picture = (await work.takes(0)).find(({ kind }: Json) => kind === 'image');
  await work.post(`/scenes/0/takes/${picture.id}/pick`);
  await upload(work.at, 1);
  const [, edited] = await work.scenes();
  await work.put({
    scenes: [
      { ...scene, image_prompt: 'a third' },
      { ...edited, image_prompt: 'a fourth' },
    ],
  });
  expect(await work.changes()).toEqual([
    { ...clipOnly('picture'), image: 'own' },
    { image: 'own', video: 'missing' },
  ]);
});

test('in direct mode a picture that is not the selected one any more counts as changed', async () => {
  const work = await aWork(['one']);
  await work.post('/generate/scene/0/image');
  await work.put({ selectedAssetIds: [work.asset.id], assetUsageMode: 'direct' });
  expect(await work.changes()).toEqual([{ image: 'changed', imageReasons: ['references'], video: 'missing' }]);
  const asked = vendors.images.length;
  expect(await work.post('/generate/images', { only: 'changed' })).toMatchObject({ status: 202, json: { jobs: [] } });
  expect(await work.changes()).toEqual([{ image: 'own', video: 'missing' }]);
  const answer = await work.post('/generate/scene/0/image', { variants: 3 });
  expect(answer.json.takeIds).toEqual([(await work.takes(0))[0].id]);
  expect(vendors.images).toHaveLength(asked);
});

test('all scenes at once: what is missing, what has changed, or both, and nothing of the user’s own', async () => {
  const work = await aWork(['one', 'two', 'three', 'four']);
  await work.post('/generate/scene/0/image');
  await work.post('/generate/scene/1/image');
  await upload(work.at, 2);
  const edited = (await work.scenes()).map((scene: Json) => ({
    ...scene,
    image_prompt: `new ${scene['scene_index']}`,
  }));
  await work.put({ scenes: edited });
  expect((await work.changes()).map(({ image }: Json) => image)).toEqual(['changed', 'changed', 'own', 'missing']);
  const [unchanged] = await work.takes(1);
  await work.post(`/scenes/1/takes/${unchanged.id}/pick`);

  expect(await work.bulk('/generate/images', 'changed')).toBe(1);
  expect(vendors.images.at(-1)?.request.scenePrompt).toBe('new 0');
  expect(await work.bulk('/generate/images', 'changed')).toBe(0);
  expect(await work.bulk('/generate/images')).toBe(1);
  expect(vendors.images.at(-1)?.request.scenePrompt).toBe('new 3');
  expect(await work.bulk('/generate/images', 'both')).toBe(0);
  expect((await work.changes()).map(({ image }: Json) => image)).toEqual(['current', 'own', 'own', 'current']);

  for (const index of [0, 1, 2]) await work.post(`/scenes/${index}/approve`, {});
  await work.post('/generate/scene/0/video');
  await work.put({ scenes: (await work.scenes()).map((scene: Json) => ({ ...scene, video_prompt: 'orbit' })) });
  expect(await work.bulk('/generate/videos', 'changed')).toBe(1);
  expect(await work.bulk('/generate/videos', 'missing')).toBe(2); // the fourth is not approved
  await work.put({ scenes: (await work.scenes()).map((scene: Json) => ({ ...scene, video_prompt: 'pan' })) });
  expect(await work.bulk('/generate/videos')).toBe(3); // both, as ever
  expect(await work.post('/generate/images', { only: 'all' })).toMatchObject({ status: 400 });
});

test('two takes of a scene are compared by what differs, and only takes of that scene', async () => {
  const work = await aWork(['one', 'two']);
  const [a] = (await work.post('/generate/scene/0/image', { seed: 1 })).json.takeIds;
  const [scene, second] = await work.scenes();
  await work.put({
    scenes: [{ ...scene, negative_prompt: 'people' }, second],
    selectedAssetIds: [work.asset.id],
    assetUsageMode: 'reference',
  });
  const rival = { ...paid, 'x-image-provider': 'rival' };
  const [b] = (await work.post('/generate/scene/0/image', { seed: 2 }, rival)).json.takeIds;
  const compare = (path: string, query: string) =>
    server.ask('GET', `${work.at}/scenes/${path}/takes/compare?${query}`);
  const { status, json } = await compare('0', `a=${a}&b=${b}`);
  expect(status).toBe(200);
  const takes = await work.takes(0);
  expect([json.b, json.a]).toEqual(takes);
  expect(json.differences.filter(({ field }: Json) => field !== 'tookMs')).toEqual([
    { field: 'negativePrompt', a: '', b: 'people' },
    { field: 'provider', a: 'vendor', b: 'rival' },
    { field: 'model', a: 'painter-1', b: 'brush-1' },
    { field: 'seed', a: 1, b: 2 },
    { field: 'references', a: [], b: ['lamp'] },
  ]);
  expect((await compare('0', `a=${a}&b=${a}`)).json.differences).toEqual([]);
  await work.post('/generate/scene/1/image');
  const [{ id: strange }] = await work.takes(1);
  expect(await compare('0', `a=${a}&b=${strange}`)).toMatchObject({ status: 404, json: { code: 'not_found' } });
  expect(await compare('0', `a=${a}`)).toMatchObject({ status: 400, json: { code: 'invalid_input' } });
});

test('a take becomes an asset of its project, once, and others are made from it', async () => {
  const work = await aWork(['a lamp', 'another lamp']);
  await work.post('/generate/scene/0/image', { seed: 4 });
  const [picture] = await work.takes(0);
  const adopt = () => work.post(`/scenes/0/takes/${picture.id}/adopt`, { name: 'The lamp' });
  const first = await adopt();
  expect(first).toMatchObject({
    status: 200,
    json: { name: 'The lamp', type: 'image', size: picture.facts.sizeBytes },
  });
  expect((await adopt()).json.id).toBe(first.json.id);
  await work.put({ selectedAssetIds: [first.json.id], assetUsageMode: 'reference' });
  await work.post('/generate/scene/1/image', { seed: 4 });
  expect((await work.takes(1))[0].references).toMatchObject([{ assetId: first.json.id, name: 'The lamp' }]);
  expect(await work.post(`/scenes/1/takes/${picture.id}/adopt`, {})).toMatchObject({ status: 404 });
});
