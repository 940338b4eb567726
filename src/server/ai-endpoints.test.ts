import { createServer, type Server } from 'node:http';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AnalysisResult } from '#contract/analysis.ts';
import { defaultImageInstruction } from '#domain/prompts/compose-prompt.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { probe } from '#media/probe.ts';
import { formOf, openTestServer, type TestServer } from '../../test/open-test-server.ts';

const { path: ffmpeg } = await findFfmpeg({ searchPath: process.env['PATH'] ?? '' });
const SMALL = { width: 128, height: 96 };
const PAGE = '<title>Oak</title><meta name="theme-color" content="#0a5"><p>We are calm. Always show the grain.</p>';

let server: TestServer;
let web: Server;
let webOrigin = '';
let directory = '';
let stranger = '';
let png: Buffer;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'scenewright-ai-'));
  make('red.png', ['-f', 'lavfi', '-i', 'color=red:s=64x48', '-frames:v', '1']);
  png = readFileSync(join(directory, 'red.png'));
  web = createServer((request, response) => {
    if (request.url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    else if (request.url === '/red') response.writeHead(200, { 'content-type': 'text/html' }).end(png);
    else if (request.url === '/lie') response.writeHead(200, { 'content-type': 'image/png' }).end('<svg onload="x">');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    web.listen(0, '127.0.0.1', resolve);
  });
  webOrigin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  server = await openTestServer(undefined, 'all', { SCENEWRIGHT_FETCH_ORIGINS: webOrigin });
  stranger = await server.register('stranger@example.com');
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  web.close();
  await rm(directory, { recursive: true, force: true });
});

function make(name: string, args: readonly string[]): string {
  const path = join(directory, name);
  const run = spawnSync(ffmpeg, ['-v', 'error', '-y', ...args, path]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return path;
}

async function download(url: string, as?: string) {
  const answer = await server.raw('GET', url.replace(/^\/api/, ''), as === undefined ? {} : { as });
  const path = join(directory, `download-${url.split('/').at(-1)}`);
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  return { status: answer.status, type: answer.headers.get('content-type'), path };
}

let imageUrl = '';

test('a picture without a work is the caller’s own, for nobody else', async () => {
  const answer = await server.ask('POST', '/generate/image', {
    body: { prompt: 'A bottle on a stone', styleGuide: { color_palette: ['#0b6e4f'] }, resolution: SMALL },
  });
  expect(answer.status).toBe(200);
  imageUrl = answer.json.imageUrl;
  expect(answer.json).toEqual({ imageUrl: expect.stringMatching(/^\/api\/media\/med_[0-9a-z]+$/) });
  const picture = await download(imageUrl);
  expect(picture.status).toBe(200);
  expect(await probe(picture.path, { ffmpeg })).toMatchObject({ kind: 'image', ...SMALL });
  expect((await download(imageUrl, stranger)).status).toBe(404);
});

test('its model is asked with style, instruction or default, and prompt', async () => {
  const body = { prompt: 'A bottle.', styleGuide: { tone: 'warm' }, resolution: SMALL };
  const asked = async (more: object) => {
    const answer = await server.ask('POST', '/generate/image', {
      body: { ...body, ...more },
      headers: { prefer: 'respond-async' },
    });
    expect(answer.status).toBe(202);
    const { request } = await server.world.database.kysely
      .selectFrom('generation')
      .innerJoin('job', 'job.target_id', 'generation.id')
      .select('generation.request')
      .where('job.id', '=', answer.json.jobId)
      .executeTakeFirstOrThrow();
    return (request as { prompt: string }).prompt;
  };
  expect(await asked({})).toBe(`Tone: warm.\n\n${defaultImageInstruction}\n\nA bottle.`);
  expect(await asked({ image_instruction: 'In gouache.' })).toBe('Tone: warm.\n\nIn gouache.\n\nA bottle.');
});

test('with respond-async the job has the answer, and only its owner sees it', async () => {
  const answer = await server.ask('POST', '/generate/image', {
    body: { prompt: 'A leaf', resolution: SMALL },
    headers: { prefer: 'respond-async' },
  });
  const job = `/jobs/${answer.json.jobId}`;
  expect([answer.status, answer.headers.get('location')]).toEqual([202, `/api${job}`]);
  await expect.poll(async () => (await server.ask('GET', job)).json.status).toBe('done');
  expect((await server.ask('GET', job)).json.result).toEqual({ imageUrl: expect.stringContaining('/api/media/med_') });
  expect((await server.ask('GET', job, { as: stranger })).status).toBe(404);
  expect((await server.ask('GET', '/jobs', { as: stranger })).json).toEqual([]);

  // Not even somebody of the same workspace.
  const isListed = async () =>
    (await server.ask('GET', '/jobs')).json.some(({ id }: { id: string }) => id === answer.json.jobId);
  expect(await isListed()).toBe(true);
  const { kysely } = server.world.database;
  await kysely.updateTable('job').set({ created_by: null }).where('id', '=', answer.json.jobId).execute();
  expect([(await server.ask('GET', job)).status, await isListed()]).toEqual([404, false]);
});

test('a clip is made from a picture of ours, a data: URL, or one of the web', async () => {
  const clip = async (image_url: string) => {
    const answer = await server.ask('POST', '/generate/video', {
      body: { image_url, prompt: 'Slow push in', duration: 0.5, resolution: SMALL },
    });
    expect(answer.text).toMatch(/^\{"videoUrl":"\/api\/media\/med_[0-9a-z]+"\}$/);
    const file = await download(answer.json.videoUrl);
    expect(await probe(file.path, { ffmpeg })).toMatchObject({ kind: 'video', ...SMALL, frameCount: 15 });
  };
  await clip(imageUrl);
  await clip(`${server.origin}${imageUrl}`);
  await clip(`data:image/webp;base64,${png.toString('base64')}`);
  await clip(`${webOrigin}/red`);
});

test.each([
  ['somebody else’s media', () => imageUrl, 404, 'not_found'],
  ['media that never was', () => '/api/media/med_0', 404, 'not_found'],
  ['a path that is none of ours', () => '/etc/passwd', 404, 'not_found'],
  ['an address inside', () => 'https://127.0.0.1/x.png', 400, 'url_refused'],
  ['an address without TLS', () => 'http://example.com/x.png', 400, 'url_refused'],
  ['a file', () => 'file:///etc/passwd', 400, 'url_refused'],
  ['a drawing that says it is a PNG', () => `${webOrigin}/lie`, 415, 'media_unreadable'],
  [
    'data that is no picture',
    () => `data:image/png;base64,${Buffer.from('hello').toString('base64')}`,
    415,
    'media_unreadable',
  ],
  ['data that is no base64', () => 'data:image/png,hello', 400, 'url_refused'],
])('no clip is made from %s', async (_, url, status, code) => {
  const answer = await server.ask('POST', '/generate/video', {
    as: stranger,
    body: { image_url: url(), prompt: 'Push in' },
  });
  expect([answer.status, answer.json.code]).toEqual([status, code]);
});

test('a scenario is written from an intent, as long and with as many scenes as asked', async () => {
  const answer = await server.ask('POST', '/scenario', {
    body: {
      intent: { mode: 'content_remix', product_name: 'EcoBottle', video_duration: 12, scene_count: 4, language: 'en' },
      knowledge: 'EcoBottle keeps water cold for 24 hours.',
      styleGuide: { tempo: 'slow' },
    },
  });
  expect(answer.status).toBe(200);
  const { scenes } = answer.json as {
    scenes: { scene_index: number; duration_seconds: number; image_prompt: string }[];
  };
  expect(scenes.map((scene) => scene.scene_index)).toEqual([0, 1, 2, 3]);
  expect(scenes.reduce((sum, scene) => sum + scene.duration_seconds, 0)).toBeCloseTo(12, 0);
  expect(scenes.every((scene) => scene.image_prompt.length > 20)).toBe(true);
});

test('a scenario follows an analysis, however odd its numbers', async () => {
  const scene = (index: number, duration_seconds: number) => ({
    index,
    duration_seconds,
    description: 'x',
    transition: 'warp',
    camera_movement: '',
  });
  for (const scenes of [[], [scene(1, 0)], [scene(1, 1e300), scene(2, 1e-300)], [scene(7, 2), scene(7, 2)]]) {
    const analysis = {
      scene_count: scenes.length,
      overall_tone: '',
      color_palette: ['nonsense'],
      tempo: 'fast',
      has_text_overlay: false,
      scenes,
    };
    const answer = await server.ask('POST', '/scenario', { body: { analysis, intent: { mode: 'style_transfer' } } });
    expect(answer.status).toBe(200);
    expect(answer.json.scenes.length).toBeGreaterThan(0);
  }
});

test('a video is analysed, and what is none is refused with what was found', async () => {
  const video = make('cut.mp4', [
    '-f',
    'lavfi',
    '-i',
    'testsrc2=s=96x64:r=10:d=1',
    '-f',
    'lavfi',
    '-i',
    'color=navy:s=96x64:r=10:d=1',
    '-filter_complex',
    '[0][1]concat=n=2:v=1',
    '-pix_fmt',
    'yuv420p',
  ]);
  const form = formOf({ field: 'video', bytes: readFileSync(video), name: 'my cut.mp4' }, { mode: 'style_transfer' });
  const answer = await server.ask('POST', '/analyze', { form });
  expect(answer.status).toBe(200);
  expect(AnalysisResult.parse(answer.json)).toMatchObject({ scene_count: 2 });
  const picture = await server.ask('POST', '/analyze', { form: formOf({ field: 'video', bytes: png, name: 'a.mp4' }) });
  expect([picture.status, picture.json.code]).toEqual([415, 'unsupported_media']);
  expect(picture.json.error).toContain('image/png');
  const none = await server.ask('POST', '/analyze', { form: new FormData() });
  expect([none.status, none.json.code]).toEqual([400, 'no_file']);
});

test('a style guide is found in a text and on a page, which is fetched with care', async () => {
  const ask = (body: object) => server.ask('POST', '/style-guide/extract', { body });
  expect((await ask({ text: 'We are warm. Never use neon.' })).json).toEqual({ tone: 'warm', must_avoid: ['neon'] });
  expect((await ask({ url: `${webOrigin}/page` })).json).toEqual({
    tone: 'calm',
    color_palette: ['#00aa55'],
    must_include: ['the grain'],
  });
  expect((await ask({ url: 'http://127.0.0.1:1/' })).json.code).toBe('url_refused');
  expect((await ask({ url: 'http://169.254.169.254/latest/meta-data' })).json.code).toBe('url_refused');
  for (const body of [{}, { text: ' ' }, { text: 'a', url: `${webOrigin}/page` }]) {
    expect((await ask(body)).json.code).toBe('invalid_input');
  }
});

test('an engine that there is not, and one that needs a key, are told before anything is made', async () => {
  const before = await server.ask('GET', '/jobs');
  const answer = await server.ask('POST', '/generate/image', {
    body: { prompt: 'x' },
    headers: { 'x-image-provider': 'nobody' },
  });
  expect([answer.status, answer.json.code]).toEqual([400, 'unknown_provider']);
  expect((await server.ask('GET', '/jobs')).json).toHaveLength(before.json.length);
});

test('the same Idempotency-Key brings the same picture, made once', async () => {
  const once = () =>
    server.ask('POST', '/generate/image', {
      body: { prompt: 'Only once', resolution: SMALL },
      headers: { 'idempotency-key': 'once-1' },
    });
  const [first, second] = await Promise.all([once(), once()]);
  expect(first.json).toEqual(second.json);
  expect((await once()).json).toEqual(first.json);
});
