import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { probe } from '#media/probe.ts';
import { lumasOf, rgbOf, SIZE, Trial } from '#render/film-on-trial.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { workOfOneClip } from '../../test/work-of-one-clip.ts';

const FPS = 30;
const trial = new Trial();
let server: TestServer;
let work = '';

beforeAll(async () => {
  server = await openTestServer();
  work = await workOfOneClip(server, trial, 'Wishes');
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  trial[Symbol.dispose]();
});

const text = { text: 'XXXX', fontSize: 40, fontColor: '#000000', centerX: 0, centerY: 0 };

/** An edit of so many frames, told apart by their number, with overlays if there are any. */
const edit = (frames: number, overlays: Record<string, object> = {}) => ({
  editorData: {
    videoTrack: [{ id: 'v', start: 0, end: frames / FPS, sceneIndex: 0 }],
    textTrack: Object.keys(overlays).map((id) => ({ id, start: 0, end: frames / FPS })),
  },
  textOverlays: overlays,
  exportSettings: { ...SIZE, fps: FPS },
});

async function start(body: object) {
  const started = await server.ask('POST', `${work}/exports`, { body: { quality: 'draft', ...body } });
  expect(started.status, JSON.stringify(started.json)).toBe(202);
  return started.json;
}

async function finished(body: object) {
  const { id } = await start(body);
  const at = `${work}/exports/${String(id)}`;
  await expect.poll(async () => (await server.ask('GET', at)).json.status).toBe('done');
  const path = join(trial.directory, `${String(id)}.mp4`);
  writeFileSync(path, Buffer.from(await (await server.raw('GET', `${at}/file`)).arrayBuffer()));
  return { path, shown: (await server.ask('GET', at)).json };
}

const darkest = (path: string) => Math.min(...rgbOf(path, 3));

test('a film is exported in another frame and at another rate, and lasts as long', async () => {
  const { path, shown } = await finished({
    editorState: edit(30),
    frame: { width: 160, height: 96, fps: 15 },
  });
  expect(shown).toMatchObject({ width: 160, height: 96, fps: 15, framesTotal: 15, durationS: 1, framing: 'crop' });
  expect(await probe(path, { ffmpeg: trial.ffmpeg.path })).toMatchObject({ width: 160, height: 96, frameCount: 15 });
});

test('a clip of another shape is cut to the frame, or stands whole over itself blurred and darkened', async () => {
  const wide = { width: 256, height: 128 };
  const cut = await finished({ editorState: edit(6), frame: wide });
  const whole = await finished({ editorState: edit(6), frame: wide, framing: 'blur' });
  expect(whole.shown.framing).toBe('blur');
  const row = (path: string) => {
    const pixels = rgbOf(path, 0);
    return [8, 128, 248].map((x) => pixels[3 * (64 * wide.width + x)] ?? 0);
  };
  const [left = 0, middle = 0, right = 0] = row(whole.path);
  expect(Math.abs(middle - (row(cut.path)[1] ?? 0))).toBeLessThan(4);
  expect(left).toBeLessThan(middle * 0.7);
  expect(Math.abs(left - right)).toBeLessThan(4);
  expect(Math.abs((row(cut.path)[0] ?? 0) - middle)).toBeLessThan(4);
});

test('captions are drawn as the editor shows them, or left out; other words are drawn either way', async () => {
  const caption = { c: { ...text, isCaption: true } };
  expect(darkest((await finished({ editorState: edit(7, caption) })).path)).toBeLessThan(30);
  const off = await finished({ editorState: edit(7, caption), captions: 'off' });
  expect(darkest(off.path)).toBeGreaterThan(60);
  const file = await finished({ editorState: edit(7, caption), captions: 'file' });
  expect(file.shown).toMatchObject({ captions: 'file', captionsUrl: expect.stringContaining('captions.srt') });
  expect(darkest(file.path)).toBeGreaterThan(60);
  expect(darkest((await finished({ editorState: edit(7, { w: text }), captions: 'off' })).path)).toBeLessThan(30);
});

test('an export that has ended says what it did and how long each part took', async () => {
  const { shown } = await finished({ editorState: edit(20) });
  expect(shown).toMatchObject({ stage: null, etaMs: null, ahead: null, segments: { total: 1, reused: 0, done: 1 } });
  expect(shown.stages.map(({ stage }: { stage: string }) => stage)).toEqual(['check', 'picture', 'sound', 'join']);
  expect(shown.finishedAt).toBeGreaterThanOrEqual(shown.startedAt);
  expect(shown.startedAt).toBeGreaterThanOrEqual(shown.createdAt);
  expect(shown.editsSince).toBeNull(); // its edit was not saved
});

test('an export of the saved edit says how often the work was changed since', async () => {
  await server.ask('PUT', work, { body: { editorState: edit(9) } });
  const { shown } = await finished({});
  expect(shown.editsSince).toBe(0);
  await server.ask('PUT', work, { body: { name: 'Other wishes' } });
  await server.ask('PUT', work, { body: { name: 'Wishes' } });
  expect((await server.ask('GET', `${work}/exports/${String(shown.id)}`)).json.editsSince).toBe(2);
  const again = await start({});
  expect([again.id, again.status, again.editsSince]).toEqual([shown.id, 'done', 0]); // it is still the same film
});

test('a poster after the film’s end is refused, and the poster is no reason to render again', async () => {
  const late = await server.ask('POST', `${work}/exports`, { body: { editorState: edit(10), posterFrame: 10 } });
  expect([late.status, late.json.error]).toEqual([400, expect.stringContaining('10 frames')]);
  const { shown } = await finished({ editorState: edit(10) });
  expect((await start({ editorState: edit(10), posterFrame: 4 })).id).toBe(shown.id);
});

test('odd sides, no rate and unknown wishes are refused', async () => {
  for (const wishes of [{ frame: { width: 97, height: 128 } }, { framing: 'zoom' }, { captions: 'all' }, { crf: 1 }]) {
    expect((await server.ask('POST', `${work}/exports`, { body: wishes })).status).toBe(400);
  }
});

test('exports of a work wait for one another, in order; one that waits is taken out', async () => {
  const long = (end: number) => ({
    editorState: {
      ...edit(30),
      editorData: { videoTrack: [{ id: 'v', start: 0, end, sceneIndex: 0 }], textTrack: [] },
    },
    frame: { width: 640, height: 640 },
  });
  const [first, second, third] = [await start(long(60)), await start(long(61)), await start(long(62))];
  const at = (one: { id: string }) => `${work}/exports/${one.id}`;
  expect([second.ahead, third.ahead]).toEqual([1, 2]);
  await expect.poll(async () => (await server.ask('GET', at(first))).json.stage).toBe('picture');
  const running = (await server.ask('GET', at(first))).json;
  expect(running).toMatchObject({ status: 'running', ahead: null, segments: { total: 6, reused: 0 } });
  expect(running.segments.pieces.reduce((sum: number, { frames }: { frames: number }) => sum + frames, 0)).toBe(1800);
  expect((await server.ask('POST', `${at(second)}/cancel`)).json).toMatchObject({ status: 'cancelled', ahead: null });
  expect((await server.ask('GET', at(third))).json).toMatchObject({ status: 'queued', ahead: 1 });
  for (const one of [third, first]) expect((await server.ask('DELETE', at(one))).status).toBe(204);
});

test('an estimate counts what is rendered already, and knows nothing of what was never made', async () => {
  const estimate = async (body: object) =>
    (await server.ask('POST', `${work}/exports/estimate`, { body: { quality: 'draft', ...body } })).json;
  const high = await estimate({ editorState: edit(12), quality: 'high' });
  expect(high).toMatchObject({ framesTotal: 12, durationS: 0.4, sizeBytes: null, renderS: null, notes: [] });
  expect(high.segments).toEqual({ total: 1, reused: 0, framesMissing: 12 });
  const before = await estimate({ editorState: edit(13), frame: { width: 192, height: 256 } });
  expect(before.sizeBytes.least).toBeLessThan(before.sizeBytes.most);
  const { shown, path } = await finished({ editorState: edit(13), frame: { width: 192, height: 256 } });
  expect(readFileSync(path).byteLength).toBe(shown.sizeBytes);
  const after = await estimate({ editorState: edit(13), frame: { width: 192, height: 256 } });
  expect(after).toMatchObject({ segments: { total: 1, reused: 1, framesMissing: 0 }, width: 192, height: 256 });
  expect(after.renderS.most).toBeLessThanOrEqual(2);
  expect(after.freeBytes).toBeGreaterThan(after.neededBytes);
});

test('an estimate names what would stand in the way, and refuses nothing', async () => {
  const { freeBytes } = server.world;
  Object.assign(server.world, { freeBytes: async () => 1e6 });
  try {
    const low = await server.ask('POST', `${work}/exports/estimate`, { body: { editorState: edit(14) } });
    expect([low.status, low.json.notes]).toEqual([200, [expect.stringContaining('Only 1 MB is free')]]);
  } finally {
    Object.assign(server.world, { freeBytes });
  }
});

test('a film keeps its frames’ numbers at its own rate', async () => {
  const { path } = await finished({ editorState: edit(11), frame: SIZE });
  expect(lumasOf(path)).toHaveLength(11);
});
