import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { solidPng } from '../../../test/solid-png.ts';
import { openWire, type Wire } from '../../../test/wires/wire.ts';
import { descriptorFor } from '../descriptor-for.ts';
import type { ProviderContext, Receipt, VideoRequest } from '../provider.ts';
import { gemini } from './gemini.ts';
import { video } from './video.ts';

const KEY = 'AIza-a-key';

let directory = '';
let wire: Wire;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gemini-video-'));
  wire = await openWire();
  await writeFile(join(directory, 'picture.png'), solidPng('#205080', 160));
});
afterAll(async () => {
  await wire.close();
  await rm(directory, { recursive: true, force: true });
});

function contextFor(model: string, given: Partial<ProviderContext> = {}): ProviderContext {
  const descriptor = descriptorFor(gemini, 'video', model);
  const known = descriptor ? { descriptor } : {};
  return providerContext({ scratch: directory, ffmpeg: 'ffmpeg', apiKey: KEY, baseUrl: wire.url, ...known, ...given });
}

async function film(model: string, request: Partial<VideoRequest> = {}) {
  wire.play({ json: { id: 'v1_a', status: 'queued', name: `models/${model}/operations/op-1` } });
  const whole: VideoRequest = {
    generationId: `gen_A:${'x'.repeat(80)}`,
    model,
    prompt: 'A bottle.',
    scenePrompt: 'A bottle.',
    negativePrompt: '',
    image: { path: join(directory, 'picture.png'), mime: 'image/png', sha256: '' },
    durationS: 5,
    fps: { num: 30, den: 1 },
    width: 1080,
    height: 1920,
    seed: 7,
    ...request,
  };
  const submitted = await video.submit(whole, contextFor(model));
  if (submitted.status !== 'receipt') throw new Error('it gave no receipt');
  return { receipt: submitted.receipt, sent: wire.requests[0] };
}

test.each([
  ['gemini-omni-1.2-flash', 1, '3s'],
  ['gemini-omni-1.2-flash', 4.2, '5s'],
  ['gemini-omni-1.2-flash', 150 / 30, '5s'],
  ['gemini-omni-1.2-flash', 60, '15s'],
  ['gemini-omni-1.1-flash', 12, '10s'],
])('%s makes a clip of %d seconds as one of %s', async (model, durationS, told) => {
  const { sent } = await film(model, { durationS });
  expect(sent?.json).toMatchObject({ response_format: [{ duration: told }] });
});

test.each([
  [2, 4],
  [5, 6],
  [8, 8],
  [30, 8],
])('a Veo that nobody lists makes a clip of %d seconds as one of %d, as its family does', async (durationS, told) => {
  const { sent } = await film('veo-4.0-generate', { durationS, width: 1920, height: 1080 });
  expect(sent?.path).toBe('/v1beta/models/veo-4.0-generate:predictLongRunning');
  expect(sent?.json).toMatchObject({ parameters: { aspectRatio: '16:9', durationSeconds: told } });
});

test('an interaction is labelled by its generation in the letters that Google allows', async () => {
  const { sent } = await film('gemini-omni-1.2-flash');
  expect(sent?.json).toMatchObject({ labels: { generation: `gen_a_${'x'.repeat(57)}` } });
});

test('a square that Omni does not have is told of when the clip is there', async () => {
  const { receipt } = await film('gemini-omni-1.2-flash', { width: 1080, height: 1080 });
  const content = [{ type: 'video', data: 'AAAA' }];
  wire.play({ json: { id: 'v1_a', status: 'completed', steps: [{ type: 'model_output', content }] } });
  const state = await video.poll?.(receipt, contextFor(receipt.model));
  expect(state).toMatchObject({ outputs: [{ notes: [expect.stringContaining('has no square size')] }] });
});

const receipt: Receipt = { v: 1, provider: 'gemini', model: 'gemini-omni-1.2-flash', id: 'v1_a', submittedAt: 0 };
const FILE = 'https://generativelanguage.googleapis.com/v1beta/files/clip-1:download?alt=media&key=leaked';

test.each([
  ['a file is fetched where everything else is asked', FILE, true],
  ['an address of our own origin is fetched with the key', '/result.mp4', true],
  ['any other address is fetched without it', 'https://storage.example/result.mp4', false],
])('%s', async (_, url, hasKey) => {
  const asked: unknown[] = [];
  const fetchResult: ProviderContext['fetchResult'] = async (from, options = {}) => {
    asked.push([from, options.headers ?? {}]);
    return 'there';
  };
  const from = url.startsWith('/') ? `${wire.url}${url}` : url;
  const context = contextFor(receipt.model, { fetchResult });
  expect(await video.download?.(receipt, { mime: 'video/mp4', url: from }, context)).toBe('there');
  const expected = url === FILE ? `${wire.url}/v1beta/files/clip-1:download?alt=media` : from;
  expect(asked).toEqual([[expected, hasKey ? { 'x-goog-api-key': KEY } : {}]]);
});

test('a bad key does not pass for a clip that is too late to cancel', async () => {
  const error = { code: 400, status: 'INVALID_ARGUMENT', message: 'No.', details: [{ reason: 'API_KEY_INVALID' }] };
  wire.play({ status: 400, json: { error } });
  await expect(video.cancel?.(receipt, contextFor(receipt.model))).rejects.toMatchObject({ kind: 'invalid_key' });
});

test('whatever is retired names a model of the same role that is served', () => {
  const retired = gemini.models.filter(({ retiredAt }) => retiredAt !== undefined);
  expect(retired.length).toBeGreaterThan(0);
  for (const { role, replacedBy } of retired) {
    const instead = gemini.models.find((model) => model.role === role && model.id === replacedBy);
    expect(instead).toBeDefined();
    expect(instead?.retiredAt).toBeUndefined();
  }
});
