import { afterAll, beforeAll, expect, test } from 'vitest';
import { SIZE, Trial } from '#render/film-on-trial.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { workOfOneClip } from '../../test/work-of-one-clip.ts';

const FPS = 30;
const trial = new Trial();
let server: TestServer;
let work = '';

beforeAll(async () => {
  server = await openTestServer(undefined, 'api');
  work = await workOfOneClip(server, trial, 'Paused');
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  trial[Symbol.dispose]();
});

/** Films of so many frames, told apart by their number. */
async function start(frames: number) {
  const editorData = { videoTrack: [{ id: 'v', start: 0, end: frames / FPS, sceneIndex: 0 }], textTrack: [] };
  const editorState = { editorData, exportSettings: { ...SIZE, fps: FPS } };
  const started = await server.ask('POST', `${work}/exports`, { body: { quality: 'draft', editorState } });
  expect(started.status, JSON.stringify(started.json)).toBe(202);
  return started.json;
}

const shown = async ({ id }: { readonly id: string }) => (await server.ask('GET', `${work}/exports/${id}`)).json;
const jobOf = async ({ jobId }: { readonly jobId: string }) => (await server.ask('GET', `/jobs/${jobId}`)).json;
const post = async (what: 'pause' | 'resume') => (await server.ask('POST', `${work}/exports/${what}`)).json;
const ids = (films: readonly { readonly id: string }[]) => films.map(({ id }) => id);

test('what waits does not begin while it is paused, over a restart too, and has its turn when it is resumed', async () => {
  expect(await post('pause')).toEqual([]); // nothing waits, and nothing is kept of it
  const [first, second, third] = [await start(6), await start(7), await start(8)];
  expect([first, second, third].map(({ ahead, isPaused }) => [ahead, isPaused])).toEqual([
    [0, undefined],
    [1, undefined],
    [2, undefined],
  ]);
  const paused = await post('pause');
  expect(ids(paused)).toEqual(ids([third, second, first]));
  for (const film of paused) expect(film).toMatchObject({ status: 'queued', isPaused: true, ahead: null });
  expect(await jobOf(second)).toMatchObject({ status: 'queued', stage: 'paused' });

  // Asked for again it is wanted now, and one that was asked for later passes those that are paused.
  expect(await start(6)).toMatchObject({ id: first.id, jobId: first.jobId, ahead: 0 });
  expect((await shown(first)).isPaused).toBeUndefined();
  const later = await start(9);
  expect(later.ahead).toBe(1);

  const { place } = server;
  await server[Symbol.asyncDispose]();
  server = await openTestServer(place); // one that works
  for (const film of [first, later]) {
    await expect.poll(async () => (await shown(film)).status).toBe('done');
  }
  expect(await shown(second)).toMatchObject({ status: 'queued', isPaused: true, startedAt: null });
  expect(await shown(third)).toMatchObject({ status: 'queued', isPaused: true, startedAt: null });

  expect((await server.ask('POST', `${work}/exports/${third.id}/cancel`)).json).toMatchObject({ status: 'cancelled' });
  expect((await shown(third)).isPaused).toBeUndefined();
  expect(ids(await post('resume'))).toEqual([second.id]);
  await expect.poll(async () => (await shown(second)).status).toBe('done');
  expect(await shown(third)).toMatchObject({ status: 'cancelled' });
  expect(await post('resume')).toEqual([]);
});

test('somebody else pauses nothing', async () => {
  const as = await server.register('stranger@example.com');
  for (const what of ['pause', 'resume'] as const) {
    expect((await server.ask('POST', `${work}/exports/${what}`, { as })).status).toBe(404);
  }
});
