import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AnalysisResult } from '#contract/analysis.ts';
import { formOf, openTestServer, type Answered, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
let film: Buffer;
let other: Buffer;
let path: string;
let ids: { readonly projectId: string; readonly workId: string };

beforeAll(async () => {
  server = await openTestServer();
  film = await made('film.mp4', ['red', 'blue', 'lime']);
  other = await made('other.mp4', ['white']);
});
afterAll(() => server[Symbol.asyncDispose]());

beforeEach(async () => {
  const styleGuide = { brand_voice: 'Plain.', tone: 'loud', tempo: 'fast' };
  const { json: project } = await server.ask('POST', '/projects', { body: { name: 'P', styleGuide } });
  const { json: work } = await server.ask('POST', `/projects/${project.id}/works`, { body: { name: 'W' } });
  path = `/projects/${project.id}/works/${work.id}`;
  ids = { projectId: project.id, workId: work.id };
});

/** A film of plain colours, two seconds each, with a tone. */
async function made(name: string, colours: readonly string[]): Promise<Buffer> {
  const file = join(server.place.directory, name);
  const shots = colours.flatMap((colour) => ['-f', 'lavfi', '-i', `color=${colour}:s=160x90:r=25:d=2`]);
  const sound = ['-f', 'lavfi', '-i', `sine=d=${String(colours.length * 2)}`];
  const joined = ['-filter_complex', `concat=n=${String(colours.length)}`, '-pix_fmt', 'yuv420p'];
  const args = ['-v', 'error', '-y', ...shots, ...sound, ...joined, '-map', `${String(colours.length)}:a`];
  const run = spawnSync(server.world.ffmpeg.path, [...args, file]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return readFile(file);
}

const bring = (bytes: Buffer): Promise<Answered> =>
  server.ask('POST', `${path}/media/reference`, { form: formOf({ field: 'video', bytes, name: 'film.mp4' }) });

const theWork = async () => (await server.ask('GET', path)).json;

test('the reference of a work is looked at where it lies, and the work says what was found, and who said it', async () => {
  await bring(film);
  const { status, json } = await server.ask('POST', `${path}/analyze`);
  expect(status).toBe(200);
  const found = AnalysisResult.parse(json);
  expect(found).toMatchObject({ scene_count: 3, said_by: { provider: 'local', cost_micro_usd: 0 } });
  expect(found.measured).toMatchObject({ duration_seconds: 6, sound: { loudness_lufs: expect.any(Number) } });
  expect(found.measured?.shots.map(({ start_seconds }) => start_seconds)).toEqual([0, 2, 4]);
  const work = await theWork();
  expect(work.analysis).toEqual(json);
  expect((await server.ask('PUT', path, { body: { analysis: work.analysis } })).json.analysis).toEqual(json);
});

test('its analysis is a job of the work for who does not want to wait', async () => {
  await bring(film);
  const { status, json } = await server.ask('POST', `${path}/analyze`, { headers: { prefer: 'respond-async' } });
  expect(status).toBe(202);
  const job = async () => (await server.ask('GET', `/jobs/${json.jobId}`)).json;
  await expect.poll(job).toMatchObject({ kind: 'analyze', status: 'done', workId: ids.workId });
  expect((await theWork()).analysis.scene_count).toBe(3);
});

test('a work without a reference has nothing to be looked at, and no price for it', async () => {
  for (const asked of [
    await server.ask('POST', `${path}/analyze`),
    await server.ask('POST', '/estimate', { body: { ...ids, action: 'analysis' } }),
  ]) {
    expect([asked.status, asked.json.code]).toEqual([409, 'work_has_no_reference']);
  }
  expect((await server.ask('GET', `${path}/media/reference/facts`)).status).toBe(404);
});

test('what looking at it costs is told before', async () => {
  await bring(film);
  const estimate = async (headers: Record<string, string>) =>
    (await server.ask('POST', '/estimate', { body: { ...ids, action: 'analysis' }, headers })).json;
  expect(await estimate({})).toMatchObject({ atMostMicroUsd: 0, items: [{ role: 'vision', provider: 'local' }] });
  const paid = await estimate({ 'x-vision-provider': 'gemini', 'x-api-key': 'k' });
  expect(paid.items).toMatchObject([{ role: 'vision', provider: 'gemini', count: 1, sceneIndex: null }]);
  expect(paid.atMostMicroUsd).toBeGreaterThan(0);
});

test('what was found in a video that was replaced meanwhile is not said of the new one, and stays with its job', async () => {
  await bring(film);
  const asked = server.ask('POST', `${path}/analyze`);
  await expect.poll(async () => (await server.ask('GET', `/jobs?workId=${ids.workId}`)).json.length).toBe(1);
  await bring(other);
  expect((await asked).json).toMatchObject({ scene_count: 3 });
  expect((await theWork()).analysis).toBeNull();
});

test('a reference that is taken away goes with what was found in it, and how long and large it is can be asked before', async () => {
  await bring(film);
  await server.ask('POST', `${path}/analyze`);
  const facts = (await server.ask('GET', `${path}/media/reference/facts`)).json;
  expect(facts).toMatchObject({ width: 160, height: 90, durationS: 6, hasAudio: true, fps: { num: 25, den: 1 } });
  expect((await server.ask('DELETE', `${path}/media/reference`)).status).toBe(204);
  expect(await theWork()).toMatchObject({ hasReferenceVideo: false, analysis: null });
  expect((await server.ask('GET', `${path}/media/reference`)).status).toBe(404);
  expect((await server.ask('DELETE', `${path}/media/reference`)).status).toBe(404);
});

test('of what was found only what is wanted becomes the style guide of the project', async () => {
  await bring(film);
  const found = (await server.ask('POST', `${path}/analyze`)).json;
  const save = (body: object) => server.ask('POST', `${path}/style-guide`, { body });
  const { json } = await save({ only: ['color_palette'] });
  expect(json.styleGuide).toMatchObject({ brand_voice: 'Plain.', tone: 'loud', tempo: 'fast' });
  expect(json.styleGuide.color_palette).toEqual(found.color_palette);
  const whole = (await save({})).json.styleGuide;
  expect(whole.tone).toBe(found.measured.tone.join(', '));
  expect((await save({ only: ['brand_voice'] })).status).toBe(400);
});
