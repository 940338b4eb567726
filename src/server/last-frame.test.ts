import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ProviderError } from '#providers/provider.ts';
import { apiOf, jobEnded } from '../../test/api/api.ts';
import { openTestServer, type Answered, type TestServer } from '../../test/open-test-server.ts';
import { someVendors } from '../../test/vendors.ts';

const vendors = someVendors();
const paid = { 'x-image-provider': 'vendor', 'x-video-provider': 'vendor', 'x-api-key': 'sk-last-frame-0123456789' };

let server: TestServer;
beforeAll(async () => {
  // Of the two played vendors only camera-1 takes a last frame.
  const providers = vendors.providers.map((provider) => ({
    ...provider,
    models: provider.models.map((model) =>
      model.id === 'camera-1' ? { ...model, input: { lastFrame: true } } : model,
    ),
  }));
  server = await openTestServer(undefined, 'all', {}, { providers });
});
afterAll(() => server[Symbol.asyncDispose]());
afterEach(() => {
  vendors.before.video = () => undefined;
});

type Json = Record<string, never>;

/** A work of two scenes with a picture each, and short ways to ask for its parts. */
async function aWork() {
  const project = await server.ask('POST', '/projects', { body: {} });
  const path = `/projects/${project.json.id}/works`;
  const work = await server.ask('POST', path, { body: { resolution: { width: 64, height: 64 } } });
  const at = `${path}/${work.json.id}`;
  const scenes = ['a bud', 'a flower'].map((words) => ({
    image_prompt: words,
    video_prompt: words,
    duration_seconds: 1,
  }));
  expect(await server.ask('PUT', `${at}/scenes`, { body: { scenes } })).toMatchObject({ status: 200 });
  const post = (tail: string, body: object = {}, headers: Record<string, string> = paid): Promise<Answered> =>
    server.ask('POST', `${at}${tail}`, { headers, body });
  const pictures: string[] = [];
  for (const index of [0, 1])
    pictures.push((await post(`/generate/scene/${index}/image`, { seed: index })).json.takeIds[0]);
  const [first = '', last = ''] = pictures;
  const read = async (tail: string) => (await server.ask('GET', `${at}${tail}`)).json;
  const take = async (id: string, index = 0): Promise<Json> =>
    (await read(`/scenes/${index}/takes`)).find((one: Json) => one['id'] === id);
  return { at, id: work.json.id as string, first, last, post, read, take };
}

const lastAsked = () => vendors.videos.at(-1)?.request.lastImage?.sha256;

test('a clip runs into the picture it is to end with, and both are told with it', async () => {
  const work = await aWork();
  const answer = await work.post('/generate/scene/0/video', { lastTakeId: work.last });
  expect(answer).toMatchObject({ status: 200, json: { takeIds: [expect.stringMatching(/^take_/)] } });
  const [first, last] = [await work.take(work.first), await work.take(work.last, 1)];
  expect(vendors.videos.at(-1)?.request.image.sha256).toBe(first['sha256']);
  expect(vendors.videos.at(-1)?.request.lastImage).toMatchObject({ sha256: last['sha256'], mime: 'image/png' });
  const clip = await work.take(answer.json.takeIds[0]);
  expect(clip).toMatchObject({
    parentIds: [work.first, work.last],
    references: [{ sha256: first['sha256'] }, { sha256: last['sha256'] }],
    inputsChanged: false,
  });
  expect((await work.read('/changes')).scenes[0]).toMatchObject({ video: 'current' });

  const plain = (await work.post('/generate/scene/0/video')).json.takeIds[0];
  expect(lastAsked(), 'not said again').toBeUndefined();
  expect(await work.take(plain)).toMatchObject({ parentIds: [work.first], inputsChanged: false });
  expect((await work.take(plain))['inputsHash']).not.toBe(clip['inputsHash']);
});

test('what else has changed since is told of a clip with a last picture as of any other', async () => {
  const work = await aWork();
  const { json } = await work.post('/generate/scene/0/video', { lastTakeId: work.last });
  const scenes = (await work.read('')).scenes;
  const changed = [{ ...scenes[0], video_prompt: 'it closes' }, scenes[1]];
  await server.ask('PUT', `${work.at}/scenes`, { body: { scenes: changed } });
  expect(await work.take(json.takeIds[0])).toMatchObject({ inputsChanged: true });
  expect((await work.read('/changes')).scenes[0]).toMatchObject({ video: 'changed', videoReasons: ['prompt'] });
});

test('a model that takes none refuses it before anything is approved or asked, and names one that does', async () => {
  const work = await aWork();
  const asked = vendors.videos.length;
  const jobs = await server.ask('GET', `/jobs?workId=${work.id}`);
  for (const provider of ['rival', 'local']) {
    const headers = { ...paid, 'x-video-provider': provider };
    const refused = await work.post('/generate/scene/0/video', { lastTakeId: work.last }, headers);
    expect(refused).toMatchObject({
      status: 400,
      json: { code: 'invalid_input', error: expect.stringContaining('such as camera-1 of The vendor') },
    });
  }
  const other = await aWork();
  const clip = (await other.post('/generate/scene/0/video')).json.takeIds[0];
  const refusal = async (lastTakeId: string, on = work) => {
    const { status, json } = await on.post('/generate/scene/0/video', { lastTakeId });
    return [status, json.code];
  };
  expect(await refusal(other.last), 'of another work').toEqual([404, 'not_found']);
  expect(await refusal('take_01k9zjddddddddddddddddddddq'), 'none').toEqual([404, 'not_found']);
  expect(await refusal('a picture')).toEqual([400, 'invalid_input']);
  expect(await refusal(clip, other), 'a clip').toEqual([400, 'invalid_input']);
  expect(vendors.videos.length - asked, 'the clip of the other work').toBe(1);
  expect((await server.ask('GET', `/jobs?workId=${work.id}`)).json).toEqual(jobs.json);
  expect((await work.read('/scenes/0/takes')).map(({ approved }: Json) => approved)).toEqual([false]);
});

test('it is kept when the clip is made again, in several, or taken over from before', async () => {
  const work = await aWork();
  const sha256 = (await work.take(work.last, 1))['sha256'];
  vendors.before.video = () => {
    throw new ProviderError('moderated', 'vendor', 'not this');
  };
  const failed = await work.post('/generate/scene/0/video', { lastTakeId: work.last, seed: 5 });
  expect(failed.json.code).toBe('provider_moderated');
  vendors.before.video = () => undefined;
  const { jobId } = failed.json.details;
  const again = await server.ask('POST', `/jobs/${jobId}/retry`, { headers: paid });
  expect(await jobEnded(apiOf(server), again.json.id)).toMatchObject({ status: 'done' });
  expect(lastAsked()).toBe(sha256);

  const asked = vendors.videos.length;
  const both = await work.post('/generate/scene/0/video', { lastTakeId: work.last, seed: 5, reuse: true, variants: 2 });
  expect(vendors.videos.length - asked, 'the first is there').toBe(1);
  expect(lastAsked()).toBe(sha256);
  expect(both.json.takeIds).toHaveLength(2);
  for (const id of both.json.takeIds) expect(await work.take(id)).toMatchObject({ parentIds: [work.first, work.last] });

  const twin = (await work.post('/generate/scene/1/image', { seed: 1 })).json.takeIds[0];
  const same = await work.post('/generate/scene/0/video', { lastTakeId: twin, seed: 5, reuse: true });
  expect(await work.take(same.json.takeIds[0])).toMatchObject({ parentIds: [work.first, twin], costMicroUsd: 0 });
  expect(vendors.videos.length - asked, 'the same bytes').toBe(1);

  await work.post('/generate/scene/0/video', { seed: 5, reuse: true });
  expect(vendors.videos.length - asked, 'without a last picture it is another clip').toBe(2);
  expect(lastAsked()).toBeUndefined();
});
