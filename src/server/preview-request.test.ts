import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOf, openTestServer, type Answered, type TestServer } from '../../test/open-test-server.ts';
import { solidPng } from '../../test/solid-png.ts';
import { openWire, type Wire } from '../../test/wires/wire.ts';

// Runway as it is, on a wire that records: what is shown beforehand is compared with what arrives.
const KEY = 'key-preview-0123456789';
const paid = { 'x-image-provider': 'runway', 'x-video-provider': 'runway', 'x-api-key': KEY };
const TASK = { id: 'task-1', createdAt: '2026-11-21T12:00:00.000Z' };

let server: TestServer;
let wire: Wire;
beforeAll(async () => {
  wire = await openWire();
  server = await openTestServer(undefined, 'all', { SCENEWRIGHT_RUNWAY_BASE_URL: wire.url });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await wire.close();
});

type Json = Record<string, never>;

/** A work of a scene with a picture, a style and an asset. */
async function aWork(fields: object = {}) {
  const made = await server.ask('POST', '/projects', { body: { styleGuide: { tone: 'warm' } } });
  const project = `/projects/${made.json.id}`;
  const form = formOf({ field: 'file', bytes: solidPng('navy'), name: 'lamp.png' }, { name: 'lamp' });
  const asset = (await server.ask('POST', `${project}/assets`, { form })).json;
  const body = { resolution: { width: 1080, height: 1920 }, selectedAssetIds: [asset.id], ...fields };
  const work = (await server.ask('POST', `${project}/works`, { body })).json;
  const at = `${project}/works/${work.id}`;
  const scene = { image_prompt: 'a lamp', negative_prompt: 'text', video_prompt: 'push in', duration_seconds: 3.2 };
  expect(await server.ask('PUT', `${at}/scenes`, { body: { scenes: [scene, scene] } })).toMatchObject({ status: 200 });
  const upload = formOf({ field: 'file', bytes: solidPng('red', 640), name: 'red.png' });
  expect(await server.ask('POST', `${at}/scenes/0/takes`, { form: upload })).toMatchObject({ status: 201 });
  const take = (await server.ask('GET', `${at}/scenes/0/takes`)).json[0];
  const preview = (fieldsOf: object, headers: Record<string, string> = paid, index = 0): Promise<Answered> =>
    server.ask('POST', `${at}/scenes/${index}/preview-request`, { body: fieldsOf, headers });
  return { at, asset, take, preview };
}

/** What the vendor heard, but for questions about the task of an earlier test, which was cancelled and is taken back. */
const heard = () => wire.requests.filter(({ path }) => !path.endsWith(`/${TASK.id}`));

/** What arrived at the vendor, with files named as a preview names them. */
function arrived(): Json {
  const sent = heard().find(({ method }) => method === 'POST')?.json as Json;
  const named = JSON.stringify(sent).replace(
    /"data:([^;]+);base64,([^"]+)"/g,
    (_, mime: string, base64: string) => `"(${mime}, ${Math.max(1, Math.round((base64.length * 0.75) / 1000))} kB)"`,
  );
  return JSON.parse(named) as Json;
}

test.each([
  ['image', 'text_to_image'],
  ['video', 'image_to_video'],
] as const)('what is shown of a request for a %s is what the vendor receives, but for the seed', async (kind, path) => {
  const work = await aWork();
  wire.play({ status: 500 });
  const shown = await work.preview({ kind, literal: true });
  expect(shown).toMatchObject({ status: 200 });
  expect(heard(), 'nothing is sent by looking').toEqual([]);

  wire.play({ json: { id: TASK.id } });
  const asked = await server.ask('POST', `${work.at}/generate/scene/0/${kind}`, {
    headers: { ...paid, prefer: 'respond-async' },
  });
  expect(asked.status).toBe(202);
  await expect.poll(() => heard().length).toBeGreaterThan(0);
  const { seed, ...body } = shown.json.call.body;
  expect(seed === undefined).toBe(arrived()['seed'] === undefined);
  expect({ ...body, seed: arrived()['seed'] }).toEqual({ seed: undefined, ...arrived() });
  expect(shown.json.call).toMatchObject({ method: 'POST', path: `/v1/${path}` });
  expect(shown.json.prompt).toBe(arrived()['promptText']);
  expect(JSON.stringify(shown.json)).not.toContain(KEY);
  await server.ask('POST', `/jobs/${asked.json.jobId}/cancel`);
});

test('words that are not saved yet are shown in place of the saved ones, and stay unsaved', async () => {
  const work = await aWork();
  const { json } = await work.preview({ kind: 'image', image_prompt: 'a lantern', negative_prompt: 'people' });
  expect(json).toMatchObject({
    prompt: expect.stringMatching(/warm[^]*a lantern[^]*people/),
    negativePrompt: 'people',
    references: [{ name: 'lamp', assetId: work.asset.id, isSent: true }],
    call: null,
  });
  expect((await server.ask('GET', work.at)).json.scenes[0]).toMatchObject({ image_prompt: 'a lamp' });
});

test('a clip tells its first frame, and the seconds it is asked for beside those the scene needs', async () => {
  const work = await aWork();
  const { json } = await work.preview({ kind: 'video' });
  expect(json).toMatchObject({
    firstFrame: { takeId: work.take.id, isSent: true },
    lastFrame: null,
    sceneDurationS: 3.2,
    askedDurationS: expect.any(Number),
  });
  expect(json.askedDurationS).toBeGreaterThanOrEqual(3.2);
  const without = await work.preview({ kind: 'video', literal: true }, paid, 1);
  expect(without).toMatchObject({ status: 200, json: { firstFrame: null, call: null, sceneDurationS: 3.2 } });
});

test('a last picture is said to go along only where the model takes one', async () => {
  const work = await aWork();
  const lastTakeId = work.take.id;
  const local = await work.preview({ kind: 'video', lastTakeId }, {});
  expect(local.json).toMatchObject({
    provider: 'local',
    lastFrame: { takeId: lastTakeId, isSent: false },
    notes: expect.arrayContaining([expect.stringContaining('takes no last picture')]),
  });
});

test('without a key the request is shown all the same, and the missing key is told', async () => {
  const work = await aWork();
  const { json } = await work.preview({ kind: 'image', literal: true }, { 'x-image-provider': 'runway' });
  expect(json.notes[0]).toMatch(/key/);
  expect(json.call.body).toMatchObject({ promptText: expect.stringContaining('a lamp') });
});

test('why a model would refuse a request is told before anything is sent', async () => {
  const work = await aWork({ selectedAssetIds: [] });
  const headers = { ...paid, 'x-image-model-id': 'gen4_image_turbo' };
  const { json } = await work.preview({ kind: 'image', literal: true }, headers);
  expect(json).toMatchObject({
    call: null,
    notes: expect.arrayContaining([expect.stringMatching(/reference picture/)]),
  });
});

test('a rehearsed request leaves nothing behind', async () => {
  const work = await aWork();
  await work.preview({ kind: 'video', literal: true });
  const left = await readdir(server.world.directories.scratch);
  expect(left.filter((name) => name.startsWith('rehearsal-'))).toEqual([]);
});
