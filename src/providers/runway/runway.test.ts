import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { solidPng } from '../../../test/solid-png.ts';
import { openWire, type Recorded, type Wire } from '../../../test/wires/wire.ts';
import type { ImageRequest, MediaInput, ProviderContext, Receipt, VideoRequest } from '../provider.ts';
import { runway } from './runway.ts';

let wire: Wire;
let scratch = '';

beforeAll(async () => {
  wire = await openWire();
  scratch = await mkdtemp(join(tmpdir(), 'runway-'));
});
afterAll(async () => {
  await wire.close();
  await rm(scratch, { recursive: true, force: true });
});

function contextFor(model: string): ProviderContext {
  const descriptor = runway.models.find(({ id }) => id === model);
  const given = { scratch, ffmpeg: '', apiKey: 'key_1', baseUrl: wire.url };
  return providerContext(descriptor ? { ...given, descriptor } : given);
}

async function picture(bytes: Buffer, name = 'picture.png'): Promise<MediaInput> {
  const path = join(scratch, name);
  await writeFile(path, bytes);
  return { path, mime: 'image/png', sha256: name, name, description: 'The bottle, seen from the front' };
}

const base = {
  generationId: 'gen_1',
  prompt: 'A green bottle.',
  scenePrompt: 'A green bottle.',
  negativePrompt: '',
  width: 1080,
  height: 1080,
  seed: 7,
} as const;

const aPicture = (model: string, references: readonly MediaInput[]): ImageRequest => ({ ...base, model, references });
const aClip = (model: string, image: MediaInput): VideoRequest => ({
  ...base,
  model,
  image,
  durationS: 5,
  fps: { num: 30, den: 1 },
});

/** Plays a task that is taken; the body that took it. */
async function sent(submit: () => Promise<unknown> | undefined): Promise<Record<string, unknown>> {
  wire.play({ json: { id: 'task-1', estimatedCost: { credits: 8 } } });
  await submit();
  return onlyBody(wire.requests);
}

function onlyBody(requests: readonly Recorded[]): Record<string, unknown> {
  expect(requests).toHaveLength(1);
  return requests[0]?.json as Record<string, unknown>;
}

test('a model that cannot do without a reference is not paid for without one', async () => {
  const context = contextFor('gen4_image_turbo');
  wire.play({ json: { id: 'task-1' } });
  await expect(runway.image?.submit(aPicture('gen4_image_turbo', []), context)).rejects.toMatchObject({
    kind: 'invalid_input',
    message: expect.stringContaining('needs a reference picture') as unknown,
  });
  expect(wire.requests).toEqual([]);
  const reference = await picture(solidPng('#205080', 64));
  const body = await sent(() => runway.image?.submit(aPicture('gen4_image_turbo', [reference]), context));
  expect(body).toMatchObject({ model: 'gen4_image_turbo', ratio: '1080:1080' });
  expect(body['referenceImages']).toHaveLength(1);
  expect(body['promptText']).toMatch(/^A green bottle\.\n\nThe reference pictures show.*seen from the front$/s);
});

test('what is to be told of a clip is told when it is there, also after a restart', async () => {
  const image = await picture(solidPng('#205080', 64));
  const context = contextFor('veo3.1');
  const request = { ...aClip('veo3.1', image), prompt: 'word '.repeat(300) };
  wire.play({ json: { id: 'task-1' } });
  const submitted = await runway.video?.submit(request, context);
  const body = onlyBody(wire.requests);
  expect(String(body['promptText'])).toHaveLength(999);
  expect(body).toMatchObject({ duration: 6, ratio: '720:1280' });
  if (submitted?.status !== 'receipt') throw new Error('there is no receipt');
  const receipt = JSON.parse(JSON.stringify(submitted.receipt)) as Receipt;
  wire.play({ json: { id: 'task-1', status: 'SUCCEEDED', output: ['https://cdn.example/clip.mp4'] } });
  expect(await runway.video?.poll?.(receipt, context)).toEqual({
    status: 'done',
    outputs: [
      {
        mime: 'video/mp4',
        url: 'https://cdn.example/clip.mp4',
        notes: [
          'Veo 3.1 at Runway takes 1000 characters: the prompt was cut after 999.',
          'Veo 3.1 at Runway has no square size: the nearest was made, and the film shows the middle of it.',
        ],
      },
    ],
  });
});

test('a picture that is hard to pack still fits into what Runway takes', async () => {
  const side = 2048; // so that no scaling smooths it
  const canvas = createCanvas(side, side);
  const pixels = canvas.getContext('2d').createImageData(side, side);
  // Noise by a fixed rule: the worst that a JPEG can be asked for.
  let state = 1;
  for (let at = 0; at < pixels.data.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    pixels.data[at] = at % 4 === 3 ? 255 : (state >>> 16) & 255;
  }
  canvas.getContext('2d').putImageData(pixels, 0, 0);
  const image = await picture(canvas.toBuffer('image/png'), 'noise.png');
  const body = await sent(() => runway.video?.submit(aClip('gen4_turbo', image), contextFor('gen4_turbo')));
  const uri = String(body['promptImage']);
  expect(uri.startsWith('data:image/jpeg;base64,/9j/')).toBe(true);
  expect(uri.length).toBeLessThan(5_000_000);
});

test('a key is proved for nothing, and the credits that are left are told', async () => {
  wire.play({ json: { creditBalance: 1234, tier: { maxMonthlyCreditSpend: 1, models: {} }, usage: { models: {} } } });
  const context = contextFor('gen4_turbo');
  expect(await runway.check?.(context)).toEqual({ says: 'The key works: 1,234 credits are left.' });
  expect(wire.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/organization']);
  wire.play({ status: 401, json: { error: 'Unauthorized' } });
  await expect(runway.check?.(context)).rejects.toMatchObject({ kind: 'invalid_key' });
});
