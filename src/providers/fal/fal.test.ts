import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { solidPng } from '../../../test/solid-png.ts';
import { openWire, type Script, type Wire } from '../../../test/wires/wire.ts';
import type { ProviderContext, Receipt } from '../provider.ts';
import { fal } from './fal.ts';

let directory = '';
let wire: Wire;
let elsewhere: Wire;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fal-'));
  [wire, elsewhere] = [await openWire(), await openWire({ json: { status: 'COMPLETED' } })];
});
afterAll(async () => {
  await wire.close();
  await elsewhere.close();
  await rm(directory, { recursive: true });
});

const aContext = (): ProviderContext =>
  providerContext({ scratch: directory, ffmpeg: '', apiKey: 'secret-key', baseUrl: wire.url });

async function submit(model: string): Promise<Receipt> {
  const words = { prompt: 'a bottle', scenePrompt: 'a bottle', negativePrompt: '' };
  const frame = { width: 3840, height: 2160 };
  const submitted = await fal.image?.submit(
    { generationId: 'gen_1', model, ...words, ...frame, seed: 7, references: [] },
    aContext(),
  );
  if (submitted?.status !== 'receipt') throw new Error('no receipt');
  return submitted.receipt;
}

test('an address that leads elsewhere is never asked: the key would go along', async () => {
  const address = `${elsewhere.url}/somewhere`;
  const queued: Script = {
    json: { request_id: 'r1', status_url: address, response_url: address, cancel_url: address },
  };
  wire.play(queued);
  const receipt = await submit('fal-ai/flux-2-pro');
  expect(JSON.stringify(receipt)).not.toContain(elsewhere.url);
  const forged: Receipt = { ...receipt, extra: { status: address, response: address, cancel: address } };
  wire.play({ json: { status: 'IN_QUEUE' } });
  for (const one of [receipt, forged]) {
    await fal.image?.poll?.(one, aContext());
    await fal.image?.cancel?.(one, aContext());
  }
  expect(elsewhere.requests).toEqual([]);
  expect(wire.requests.map(({ method, path }) => `${method} ${path}`).slice(0, 2)).toEqual([
    'GET /fal-ai/flux-2-pro/requests/r1/status',
    'PUT /fal-ai/flux-2-pro/requests/r1/cancel',
  ]);
});

test('a model that is no path of the queue is refused before anything is sent', async () => {
  wire.play({});
  for (const model of [
    'flux',
    '../v1/x',
    'fal-ai/../../x',
    'fal-ai/x?y=1',
    'https://evil.example/x',
    'fal-ai//x',
    '/x/y',
  ]) {
    await expect(submit(model), model).rejects.toMatchObject({ kind: 'invalid_input' });
  }
  expect(wire.requests).toEqual([]);
});

test('a frame that is larger than FLUX draws is asked for smaller, in the same shape', async () => {
  wire.play({ json: { request_id: 'r1' } });
  await submit('fal-ai/flux-2-pro');
  expect(wire.requests[0]?.json).toMatchObject({ image_size: { width: 2048, height: 1152 } });
});

test('a picture goes along as it is, unless its kind is not read everywhere', async () => {
  const path = join(directory, 'a.png');
  await writeFile(path, solidPng('#205080', 16));
  const image = { path, sha256: 'a'.repeat(64) };
  wire.play({ json: { request_id: 'r1' } });
  const request = {
    generationId: 'gen_1',
    model: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
    prompt: 'it turns',
    scenePrompt: 'it turns',
    negativePrompt: '',
    width: 1080,
    height: 1920,
    seed: 7,
    durationS: 5,
    fps: { num: 30, den: 1 },
  };
  await fal.video?.submit(
    { ...request, image: { ...image, mime: 'image/avif' }, lastImage: { ...image, mime: 'image/png' } },
    aContext(),
  );
  expect(wire.requests[0]?.json).toMatchObject({
    image_url: expect.stringMatching(/^data:image\/jpeg;base64,\/9j\//) as unknown,
    tail_image_url: expect.stringMatching(/^data:image\/png;base64,iVBOR/) as unknown,
  });
});

test('a check tells a refused key from one that was not refused, and claims no more', async () => {
  wire.play({ status: 404, json: { detail: 'Request not found' } });
  expect(await fal.check?.(aContext())).toEqual({
    says: 'The key was not refused. fal has no free call that proves more.',
  });
  expect(wire.requests[0]?.headers['authorization']).toBe('Key secret-key');
  wire.play({ status: 401, json: { detail: 'Unauthorized' } });
  await expect(fal.check?.(aContext())).rejects.toMatchObject({ kind: 'invalid_key' });
});
