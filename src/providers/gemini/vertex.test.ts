import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoogleGenAI } from '@google/genai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { solidPng } from '../../../test/solid-png.ts';
import { openWire, type Wire } from '../../../test/wires/wire.ts';
import type { MediaInput, ProviderContext, Receipt, VideoRequest } from '../provider.ts';
import { checkKey } from './check-key.ts';
import { generateContent } from './generate-content.ts';
import { videoModels } from './video-models.ts';
import { video } from './video.ts';

const TOKEN = 'ya29.an-access-token';
const PROJECT = '/v1/projects/films/locations/us-central1/publishers/google';
const MODEL = 'veo-3.1-generate-001';
const OPERATION = `projects/films/locations/us-central1/publishers/google/models/${MODEL}/operations/op-1`;

let directory = '';
let wire: Wire;
let picture: MediaInput;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gemini-vertex-'));
  wire = await openWire();
  const path = join(directory, 'picture.png');
  await writeFile(path, solidPng('#205080', 160));
  picture = { path, mime: 'image/png', sha256: '' };
});
afterAll(async () => {
  await wire.close();
  await rm(directory, { recursive: true, force: true });
});

function context(): ProviderContext {
  const descriptor = videoModels.find(({ id }) => id === MODEL);
  const given = { scratch: directory, ffmpeg: 'ffmpeg', apiKey: TOKEN, baseUrl: `${wire.url}${PROJECT}` };
  return providerContext({ ...given, ...(descriptor && { descriptor }) });
}

const request = (): VideoRequest => ({
  generationId: 'gen_1',
  model: MODEL,
  prompt: 'A bottle.',
  scenePrompt: 'A bottle.',
  negativePrompt: 'text',
  image: picture,
  lastImage: picture,
  durationS: 7,
  fps: { num: 30, den: 1 },
  width: 1080,
  height: 1080,
  seed: 7,
});

const receipt: Receipt = { v: 1, provider: 'gemini', model: MODEL, id: OPERATION, submittedAt: 0 };

test('Vertex AI is asked for a clip by an access token, with the body of Google’s own SDK', async () => {
  wire.play({ json: { name: OPERATION } });
  expect(await video.submit(request(), context())).toMatchObject({ status: 'receipt', receipt: { id: OPERATION } });
  const [ours] = wire.requests;
  expect(ours?.path).toBe(`${PROJECT}/models/${MODEL}:predictLongRunning`);
  expect(ours?.headers).toMatchObject({ authorization: `Bearer ${TOKEN}` });
  expect(ours?.headers).not.toHaveProperty('x-goog-api-key');

  wire.play({ json: { name: OPERATION } });
  const sdk = new GoogleGenAI({ vertexai: true, apiKey: 'express', httpOptions: { baseUrl: wire.url } });
  const frame = { imageBytes: await readFile(picture.path, 'base64'), mimeType: 'image/png' };
  await sdk.models.generateVideos({
    model: MODEL,
    source: { prompt: 'A bottle.', image: frame },
    config: {
      lastFrame: frame,
      aspectRatio: '9:16', // a square is asked for, which Veo has not
      durationSeconds: 8,
      numberOfVideos: 1,
      negativePrompt: 'text',
      seed: 7,
      generateAudio: true,
    },
  });
  expect(ours?.json).toEqual(wire.requests[0]?.json);
});

test('a clip of Vertex AI is looked for by its own call, and comes in the answer', async () => {
  const bytes = Buffer.from('the bytes of a clip');
  const videos = [{ bytesBase64Encoded: bytes.toString('base64'), mimeType: 'video/mp4' }];
  wire.play({ json: { name: OPERATION, done: true, response: { raiMediaFilteredCount: 0, videos } } });
  const state = await video.poll?.(receipt, context());
  expect(wire.requests[0]).toMatchObject({
    method: 'POST',
    path: `${PROJECT}/models/${MODEL}:fetchPredictOperation`,
    json: { operationName: OPERATION },
  });
  const path = state?.status === 'done' ? (state.outputs[0]?.path ?? '') : '';
  expect(await readFile(path)).toEqual(bytes);
});

test('a clip that is no square, since Veo has none, says so', async () => {
  wire.play({ json: { name: OPERATION } });
  const submitted = await video.submit(request(), context());
  const made = {
    generateVideoResponse: { generatedSamples: [{ video: { uri: 'https://storage.example/clip.mp4' } }] },
  };
  wire.play({ json: { name: OPERATION, done: true, response: made } });
  const state = submitted.status === 'receipt' ? await video.poll?.(submitted.receipt, context()) : null;
  expect(state).toMatchObject({
    outputs: [{ notes: [expect.stringMatching(/no square size: .* shows the middle/) as unknown] }],
  });
});

test('a clip that Vertex AI withholds is refused by the reason it gives', async () => {
  const response = { raiMediaFilteredCount: 1, raiMediaFilteredReasons: ['It may show a child.'] };
  wire.play({ json: { name: OPERATION, done: true, response } });
  expect(await video.poll?.(receipt, context())).toMatchObject({
    status: 'failed',
    error: { kind: 'moderated', message: 'It may show a child.' },
  });
});

test('an access token that has run out is a bad key, not an end of the clip', async () => {
  wire.play({ status: 401, json: [{ error: { code: 401, message: 'Expired.', status: 'UNAUTHENTICATED' } }] });
  await expect(video.poll?.(receipt, context())).rejects.toMatchObject({ kind: 'invalid_key', message: 'Expired.' });
});

test('a token is proved by counting tokens, a key by the list of models', async () => {
  wire.play({ json: { totalTokens: 1 } });
  expect((await checkKey(context())).says).toContain('Vertex AI');
  expect(wire.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `POST ${PROJECT}/models/gemini-3.8-flash:countTokens`,
  ]);
  wire.play({ json: { models: [] } });
  expect((await checkKey({ ...context(), apiKey: 'AIza', baseUrl: wire.url })).says).toContain('takes this key');
  expect(wire.requests[0]).toMatchObject({ method: 'GET', path: '/v1beta/models' });
  const key = { reason: 'API_KEY_INVALID' };
  wire.play({
    status: 400,
    json: { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'No.', details: [key] } },
  });
  await expect(checkKey({ ...context(), baseUrl: wire.url })).rejects.toMatchObject({ kind: 'invalid_key' });
});

test('the id of a model never becomes another path', async () => {
  wire.play({ json: { candidates: [] } });
  const body = { contents: [{ role: 'user', parts: [{ text: '' }] }], generationConfig: {} } as const;
  for (const baseUrl of [`${wire.url}${PROJECT}`, `${wire.url}/gateway/v1`, `${wire.url}/`]) {
    await generateContent('../../files/x?y', body, { ...context(), baseUrl });
  }
  expect(wire.requests.map(({ path }) => path)).toEqual([
    `${PROJECT}/models/..%2F..%2Ffiles%2Fx%3Fy:generateContent`,
    '/gateway/v1/models/..%2F..%2Ffiles%2Fx%3Fy:generateContent',
    '/v1beta/models/..%2F..%2Ffiles%2Fx%3Fy:generateContent',
  ]);
});
