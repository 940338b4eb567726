import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ProviderError } from '#providers/provider.ts';
import { eventsAfter } from '#store/events.ts';
import { endedOn } from '../../test/ended-on.ts';
import { formOf, openTestServer, type Answered, type TestServer } from '../../test/open-test-server.ts';
import { solidPng } from '../../test/solid-png.ts';
import { someVendors } from '../../test/vendors.ts';

const vendors = someVendors();
const paid = {
  'x-llm-provider': 'vendor',
  'x-image-provider': 'vendor',
  'x-video-provider': 'vendor',
  'x-api-key': 'sk-flow-0123456789',
};
const later = { ...paid, prefer: 'respond-async' };

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer(undefined, 'all', {}, { providers: vendors.providers });
});
afterAll(() => server[Symbol.asyncDispose]());
afterEach(() => {
  vendors.before.image = vendors.before.video = () => undefined;
});

const ended = (jobId: string) => endedOn(server, jobId);

/** A work with a scenario of the vendor's, and short ways to ask for its parts. */
async function aWork(fields: object = {}, on: TestServer = server) {
  const project = await on.ask('POST', '/projects', { body: { styleGuide: { tone: 'warm' } } });
  const path = `/projects/${project.json.id}/works`;
  const body = { resolution: { width: 64, height: 64 }, sceneCount: 2, ...fields };
  const work = await on.ask('POST', path, { body });
  const at = `${path}/${work.json.id}`;
  const post = (tail: string, headers: Record<string, string> = paid, json?: unknown): Promise<Answered> =>
    on.ask('POST', `${at}${tail}`, { headers, ...(json === undefined ? {} : { body: json }) });
  expect(await post('/scenario')).toMatchObject({ status: 200 });
  const read = async () => (await on.ask('GET', at)).json;
  return {
    at,
    id: work.json.id as string,
    post,
    read,
    statuses: async () => (await read()).generatedScenes.map((scene: { status: string }) => scene.status),
    takes: async (index: number) => (await on.ask('GET', `${at}/scenes/${index}/takes`)).json,
  };
}

/** Puts a picture of one's own into a scene. */
async function upload(work: { readonly at: string }, sceneIndex: number, bytes: Buffer) {
  const form = formOf({ field: 'file', bytes, name: 'red.png' });
  const answer = await server.ask('POST', `${work.at}/media/scene/${sceneIndex}/image`, { form });
  expect(answer.status).toBe(200);
}

/** What was last told of a scene of a work. */
async function told(workId: string): Promise<unknown> {
  const { database, owner } = server.world;
  const events = await eventsAfter(database.kysely, 0, { workspaceId: owner.workspaceId, workId });
  return events.findLast(({ type }) => type === 'scene')?.data;
}

/** Holds the vendor's clips (or pictures) until they are let go; a job that is stopped is let go too. */
function hold(role: 'image' | 'video') {
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  vendors.before[role] = async ({ signal }) => {
    reach();
    const stopped = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await Promise.race([released, stopped]);
  };
  return { reached, release };
}

test('pictures, review, an edited prompt, approval, clips: the flow of the documentation, by the API alone', async () => {
  const work = await aWork();
  expect(await work.statuses()).toEqual(['pending', 'pending']);
  const images = await work.post('/generate/images');
  expect(images.status).toBe(202);
  expect(images.json.jobs).toHaveLength(2);
  for (const { jobId } of images.json.jobs) {
    const job = await ended(jobId);
    expect(job).toMatchObject({ status: 'done', kind: 'image', workId: work.id, costMicroUsd: 40_000 });
    expect(job.result).toEqual({
      takeIds: [expect.stringMatching(/^take_/)],
      imageUrl: expect.stringMatching(/image$/),
    });
  }
  expect(await work.statuses()).toEqual(['image_ready', 'image_ready']);
  expect((await work.post('/generate/images')).json).toEqual({ jobs: [] });

  // Not yet approved: no clip is made of it.
  expect((await work.post('/generate/videos')).json).toEqual({ jobs: [] });
  const scenes = (await work.read()).scenes;
  const edited = await server.ask('PUT', `${work.at}/scenes`, {
    body: { scenes: [{ ...scenes[0], image_prompt: 'a green bottle' }, { id: scenes[1].id }] },
  });
  expect(edited.json.scenes).toEqual([{ ...scenes[0], image_prompt: 'a green bottle' }, scenes[1]]);
  const again = await work.post('/generate/scene/0/image');
  expect(again).toMatchObject({ status: 200, json: { imageUrl: `/api${work.at}/media/scene/0/image` } });
  const asked = vendors.images.at(-1)?.request;
  expect(asked?.prompt).toMatch(/^Tone: warm\. [^\n]+\n\n[^\n]+\n\na green bottle$/);
  const [newer, older] = await work.takes(0);
  expect(older.prompt).toMatch(/picture 0$/);
  expect(newer.seed).not.toBe(older.seed);

  expect((await work.post('/scenes/0/approve', {}, { takeId: older.id })).json).toEqual({
    takeId: older.id,
    jobId: null,
  });
  const videos = await work.post('/generate/videos');
  expect(videos.json.jobs).toEqual([{ jobId: expect.stringMatching(/^job_/) }]);
  expect(await ended(videos.json.jobs[0].jobId)).toMatchObject({
    status: 'done',
    result: { videoUrl: `/api${work.at}/media/scene/0/video` },
  });
  expect(vendors.videos.at(-1)?.request.image.sha256).toBe(older.sha256);
  expect((await work.takes(0))[0]).toMatchObject({ kind: 'video', parentIds: [older.id] });
  expect((await work.post('/generate/videos')).json).toEqual({ jobs: [] });

  // The other by one call, which approves the picture it shows.
  const video = await work.post('/generate/scene/1/video');
  expect(video.json).toEqual({ videoUrl: `/api${work.at}/media/scene/1/video`, takeIds: [expect.any(String)] });
  expect(await work.statuses()).toEqual(['done', 'done']);
});

test('bulk clips are made again where the approved picture or the prompt has changed, not where a clip was picked by hand', async () => {
  const work = await aWork();
  await work.post('/generate/scene/0');
  await work.post('/generate/scene/1');
  const { scenes } = await work.read();
  const changed = scenes.map((scene: object) => ({ ...scene, video_prompt: 'orbit' }));
  const [clip] = await work.takes(1);
  await work.post(`/scenes/1/takes/${clip.id}/pick`, {});
  await server.ask('PUT', `${work.at}/scenes`, { body: { scenes: changed } });
  const { jobs } = (await work.post('/generate/videos')).json;
  expect(jobs).toHaveLength(1);
  await ended(jobs[0].jobId);
  expect(vendors.videos.at(-1)?.request.prompt).toMatch(/orbit$/);
  expect((await work.takes(0)).map(({ kind }: { kind: string }) => kind)).toEqual(['video', 'video', 'image']);
});

test('one call makes the picture and then the clip; a second one meanwhile is the same job', async () => {
  const work = await aWork();
  const { reached, release } = hold('video');
  const [first, second] = await Promise.all([
    work.post('/generate/scene/1', later),
    work.post('/generate/scene/1', later),
  ]);
  expect(first.status).toBe(202);
  expect(second.json).toEqual(first.json);
  await reached;
  expect(await work.statuses()).toEqual(['pending', 'generating_video']);
  // All the others: this one is on its way to both.
  const bulk = (await work.post('/generate/images')).json.jobs;
  expect(bulk).toHaveLength(1);
  await ended(bulk[0].jobId);
  await work.post('/scenes/1/approve', {}, {});
  expect((await work.post('/generate/videos')).json).toEqual({ jobs: [] });
  const clip = await work.post('/generate/scene/1/video', later);
  release();
  expect(await ended(first.json.jobId)).toMatchObject({
    kind: 'scene',
    status: 'done',
    progress: 1,
    costMicroUsd: 80_000,
    result: {
      takeIds: [expect.any(String), expect.any(String)],
      imageUrl: `/api${work.at}/media/scene/1/image`,
      videoUrl: `/api${work.at}/media/scene/1/video`,
    },
  });
  await ended(clip.json.jobId);
  expect((await work.takes(1)).map(({ kind }: { kind: string }) => kind)).toEqual(['video', 'image']);
  const answer = await work.post('/generate/scene/0');
  expect(answer.json).toEqual({
    imageUrl: `/api${work.at}/media/scene/0/image`,
    videoUrl: `/api${work.at}/media/scene/0/video`,
    takeIds: [expect.any(String), expect.any(String)],
  });
  expect(await work.statuses()).toEqual(['done', 'done']);
});

test('a clip that fails costs nothing of the picture, the answer names it, and a retry makes the clip alone', async () => {
  const work = await aWork();
  vendors.before.video = () => {
    throw new ProviderError('moderated', 'vendor', 'too wild');
  };
  const failed = await work.post('/generate/scene/0');
  const [picture] = await work.takes(0);
  expect(failed).toMatchObject({
    status: 502,
    json: {
      code: 'provider_moderated',
      error: expect.stringContaining('too wild'),
      details: { imageUrl: `/api${work.at}/media/scene/0/image`, imageTakeId: picture.id },
    },
  });
  expect((await work.read()).generatedScenes[0]).toMatchObject({
    status: 'error',
    code: 'provider_moderated',
    imageUrl: `/api${work.at}/media/scene/0/image`,
  });

  vendors.before.video = () => undefined;
  const { jobId } = failed.json.details;
  const painted = vendors.images.length;
  expect(await server.ask('POST', `/jobs/${jobId}/retry`)).toMatchObject({
    status: 400,
    json: { code: 'provider_key_missing', error: expect.stringContaining('x-video-api-key') },
  });
  const retried = await server.ask('POST', `/jobs/${jobId}/retry`, { headers: { 'x-api-key': 'sk-again' } });
  expect(retried).toMatchObject({ status: 202, json: { kind: 'scene', workId: work.id } });
  expect(retried.json.id).not.toBe(jobId);
  expect(await ended(retried.json.id)).toMatchObject({
    status: 'done',
    result: { takeIds: [picture.id, expect.any(String)] },
  });
  expect(vendors.images).toHaveLength(painted);
  expect(vendors.videos.at(-1)?.apiKey).toBe('sk-again');
  expect(await work.statuses()).toEqual(['done', 'pending']);
  expect(await server.ask('POST', `/jobs/${retried.json.id}/retry`)).toMatchObject({ status: 409 });

  // Beside a clip, a failure is only told.
  vendors.before.video = () => {
    throw new ProviderError('moderated', 'vendor', 'too wild again');
  };
  expect(await work.post('/generate/scene/0/video')).toMatchObject({ status: 502 });
  expect((await work.read()).generatedScenes[0]).toMatchObject({
    status: 'done',
    error: expect.stringContaining('too wild again'),
    videoUrl: `/api${work.at}/media/scene/0/video`,
  });
});

test('a picture that failed is asked for once more with the same request, as a job of its own', async () => {
  const work = await aWork();
  vendors.before.image = () => {
    throw new ProviderError('quota', 'vendor', 'no credit');
  };
  const failed = await work.post('/generate/scene/0/image');
  expect(failed).toMatchObject({ status: 502, json: { code: 'provider_quota' } });
  expect((await work.read()).generatedScenes[0]).toMatchObject({ status: 'error', code: 'provider_quota' });
  expect(await told(work.id)).toMatchObject({ sceneIndex: 0, status: 'error', code: 'provider_quota' });
  const first = vendors.images.at(-1)?.request;
  vendors.before.image = () => undefined;
  const { jobId } = failed.json.details;
  const retried = await server.ask('POST', `/jobs/${jobId}/retry`, { headers: { 'x-image-api-key': 'sk-again' } });
  expect(retried).toMatchObject({ status: 202, json: { kind: 'image', status: 'queued' } });
  await ended(retried.json.id);
  const again = { ...vendors.images.at(-1)?.request, generationId: undefined };
  expect(again).toEqual({ ...first, generationId: undefined });
  expect(vendors.images.at(-1)?.apiKey).toBe('sk-again');
  expect(await server.ask('GET', `/jobs/${jobId}`)).toMatchObject({ json: { status: 'failed' } });
  expect((await work.read()).generatedScenes[0]).toEqual({
    sceneIndex: 0,
    status: 'image_ready',
    imageTake: { id: expect.any(String), number: 1 },
    imageUrl: `/api${work.at}/media/scene/0/image`,
  });
});

test('cancelling a scene cancels what it waits for and starts nothing else; the picture it owns stays', async () => {
  const work = await aWork();
  const clips = hold('video');
  const { jobId } = (await work.post('/generate/scene/0', later)).json;
  await clips.reached;
  expect(await server.ask('POST', `/jobs/${jobId}/cancel`)).toMatchObject({
    status: 200,
    json: { status: 'cancelled' },
  });
  const jobs = (await server.ask('GET', `/jobs?workId=${work.id}`)).json;
  expect(jobs.map(({ kind, status }: { kind: string; status: string }) => `${kind} ${status}`).toSorted()).toEqual([
    'image done',
    'scenario done',
    'scene cancelled',
    'video cancelled',
  ]);
  expect(await work.statuses()).toEqual(['image_ready', 'pending']);
  expect(await told(work.id)).toMatchObject({ sceneIndex: 0, status: 'image_ready' });
  expect(await server.ask('POST', `/jobs/${jobId}/cancel`)).toMatchObject({
    status: 200,
    json: { status: 'cancelled' },
  });
  clips.release();

  const pictures = hold('image');
  const asked = vendors.videos.length;
  const second = (await work.post('/generate/scene/1', later)).json;
  await pictures.reached;
  await server.ask('POST', `/jobs/${second.jobId}/cancel`);
  pictures.release();
  expect(await work.statuses()).toEqual(['image_ready', 'pending']);
  expect(vendors.videos).toHaveLength(asked);
});

test('what is asked for one scene is what it shows, whatever was uploaded or picked; that stays among the takes', async () => {
  const work = await aWork();
  const red = solidPng('red');
  await upload(work, 0, red);
  const [{ id: uploaded }] = await work.takes(0);
  const { scenes } = await work.read();
  scenes[0].image_prompt = 'a green bottle';
  await server.ask('PUT', `${work.at}/scenes`, { body: { scenes } });

  expect(await work.post('/generate/scene/0')).toMatchObject({ status: 200 });
  const shown = await server.raw('GET', `${work.at}/media/scene/0/image`);
  expect(red.equals(Buffer.from(await shown.arrayBuffer()))).toBe(false);
  const takes = await work.takes(0);
  expect(takes).toMatchObject([
    { kind: 'video', parentIds: [takes[1].id], picked: true, approved: false },
    { kind: 'image', prompt: expect.stringMatching(/a green bottle$/), picked: true, approved: true },
    { kind: 'image', id: uploaded, picked: false, approved: false },
  ]);

  await work.post(`/scenes/0/takes/${uploaded}/pick`, {});
  await work.post('/generate/scene/0/image');
  const [picture] = await work.takes(0);
  expect(picture).toMatchObject({ kind: 'image', origin: 'generated', picked: true });
  await work.post(`/scenes/0/takes/${takes[0].id}/pick`, {});
  await work.post('/generate/scene/0/video');
  expect((await work.takes(0))[0]).toMatchObject({ kind: 'video', parentIds: [picture.id], picked: true });
});

test('a bulk run leaves alone what was uploaded meanwhile, until somebody asks for the same for the one scene', async () => {
  const work = await aWork();
  const { reached, release } = hold('image');
  const { jobs } = (await work.post('/generate/images')).json;
  expect(jobs).toEqual([{ jobId: expect.any(String) }, { jobId: expect.any(String) }]);
  await reached;
  await upload(work, 0, solidPng('red'));
  await upload(work, 1, solidPng('red'));
  const asked = await work.post('/generate/scene/1/image', later);
  expect(asked.json).toEqual(jobs[1]);
  release();
  for (const { jobId } of jobs) await ended(jobId);
  const shown = async (index: number) =>
    (await work.takes(index)).map(({ origin, picked }: { origin: string; picked: boolean }) => `${origin} ${picked}`);
  expect(await shown(0)).toEqual(['generated false', 'uploaded true']);
  expect(await shown(1)).toEqual(['generated true', 'uploaded false']);
});

test('another picture takes the approval away; only a take of the scene itself is picked or approved', async () => {
  const work = await aWork();
  await work.post('/generate/scene/0/image');
  const [first] = await work.takes(0);
  await work.post('/generate/scene/0/image');
  await work.post('/scenes/0/approve', {}, {});
  expect(await work.post(`/scenes/0/takes/${first.id}/pick`, {})).toMatchObject({
    status: 200,
    json: { id: first.id, picked: true, approved: false },
  });
  expect((await work.post('/generate/videos')).json).toEqual({ jobs: [] });

  expect((await work.post('/scenes/0/approve', {}, {})).json.takeId).toBe(first.id);
  expect(await work.takes(0)).toMatchObject([{ picked: false }, { picked: true, approved: true }]);

  const other = await aWork();
  await other.post('/generate/scene/0/image');
  const [strange] = await other.takes(0);
  expect(await work.post(`/scenes/0/takes/${strange.id}/pick`, {})).toMatchObject({ status: 404 });
  expect(await work.post('/scenes/0/approve', {}, { takeId: strange.id })).toMatchObject({ status: 404 });
  expect(await work.post('/scenes/1/approve', {}, {})).toMatchObject({
    status: 409,
    json: { code: 'scene_has_no_picture' },
  });
  expect(await work.post('/generate/scene/1/video')).toMatchObject({
    status: 409,
    json: {
      code: 'scene_has_no_picture',
      error: expect.stringContaining('The scene at index 1 has no picture yet'),
      details: { sceneIndex: 1 },
    },
  });
  expect(await work.post('/generate/scene/7/video')).toMatchObject({
    status: 404,
    json: { details: { sceneIndex: 7 } },
  });
});

test('a scene of whose clip nobody knows whether it was taken goes the way somebody says', async () => {
  const work = await aWork();
  vendors.before.video = () => {
    throw new ProviderError('ambiguous', 'vendor', 'the connection broke before it answered');
  };
  const { jobId } = (await work.post('/generate/scene/0', later)).json;
  expect(await ended(jobId)).toMatchObject({ status: 'uncertain', error: { code: 'submission_uncertain' } });
  const resolve = (action: string, headers = {}) =>
    server.ask('POST', `/jobs/${jobId}/resolve`, { headers, body: { action } });

  expect(await resolve('look')).toMatchObject({
    status: 200,
    json: { id: jobId, status: 'uncertain', error: { details: { reason: expect.stringContaining('your account') } } },
  });
  const [, , projectId] = work.at.split('/');
  const asked = { projectId, workId: work.id, action: 'clip', sceneIndex: 0 };
  const { says } = (await server.ask('POST', '/estimate', { body: asked, headers: later })).json;
  expect(says).toContainEqual(expect.stringContaining('both may be paid'));
  expect(await resolve('wish')).toMatchObject({ status: 400 });
  expect(await resolve('retry')).toMatchObject({ status: 400, json: { code: 'provider_key_missing' } });

  vendors.before.video = () => undefined;
  const painted = vendors.images.length;
  const again = await resolve('retry', paid);
  expect(again).toMatchObject({ status: 200, json: { kind: 'scene', status: 'queued' } });
  expect(await ended(again.json.id)).toMatchObject({ status: 'done' });
  expect(vendors.images).toHaveLength(painted);
  expect(await ended(jobId)).toMatchObject({ status: 'failed' });
  expect(await work.statuses()).toEqual(['done', 'pending']);
  expect(await resolve('failed')).toMatchObject({ status: 409 });
});
