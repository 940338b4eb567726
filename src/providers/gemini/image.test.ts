import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { solidPng } from '../../../test/solid-png.ts';
import { openWire, type Wire } from '../../../test/wires/wire.ts';
import type { ImageRequest, MediaInput, ProviderContext } from '../provider.ts';
import { gemini } from './gemini.ts';
import { image } from './image.ts';

const MODEL = 'gemini-nano-banana-2.1';

let directory = '';
let wire: Wire;
let picture: MediaInput;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gemini-image-'));
  wire = await openWire();
  const path = join(directory, 'picture.png');
  await writeFile(path, solidPng('#205080', 160));
  picture = { path, mime: 'image/png', sha256: '' };
});
afterAll(async () => {
  await wire.close();
  await rm(directory, { recursive: true, force: true });
});

const drawn = () => {
  const inlineData = { mimeType: 'image/png', data: solidPng('#205080').toString('base64') };
  return { json: { candidates: [{ content: { parts: [{ inlineData }] }, finishReason: 'STOP' }] } };
};

async function draw(request: Partial<ImageRequest>, given: Partial<ProviderContext> = {}) {
  const descriptor = gemini.models.find(({ id }) => id === MODEL);
  const context = providerContext({
    scratch: directory,
    ffmpeg: 'ffmpeg',
    apiKey: 'AIza',
    baseUrl: wire.url,
    ...(descriptor ? { descriptor } : {}),
    ...given,
  });
  const plain = {
    generationId: 'gen_1',
    model: MODEL,
    prompt: 'A bottle.',
    scenePrompt: 'A bottle.',
    negativePrompt: '',
  };
  const frame = { width: 1080, height: 1920, seed: 7, references: [] };
  const submitted = await image.submit({ ...plain, ...frame, ...request }, context);
  const sent = wire.requests[0]?.json as {
    contents: [{ parts: { text?: string; inlineData?: { mimeType: string } }[] }];
    generationConfig: object;
  };
  return { submitted, parts: sent.contents[0].parts, config: sent.generationConfig };
}

test.each([
  [{ width: 1080, height: 1920 }, '9:16', 'vertical'],
  [{ width: 1080, height: 1350 }, '4:5', 'vertical'],
  [{ width: 1000, height: 1010 }, '1:1', 'square'],
  [{ width: 2560, height: 1080 }, '21:9', 'horizontal'],
])('a frame of %o is told in words, or by the nearest ratio where that is set: %s', async (frame, ratio, shape) => {
  wire.play(drawn());
  const inWords = await draw(frame);
  expect(inWords.config).toEqual({ responseModalities: ['IMAGE'] });
  expect(inWords.parts[0]?.text).toContain(`${shape} frame with an aspect ratio of ${ratio},`);
  wire.play(drawn());
  const byParameter = await draw(frame, { settings: { imageAspect: 'param' } });
  expect(byParameter.config).toEqual({ responseModalities: ['IMAGE'], imageConfig: { aspectRatio: ratio } });
  expect(byParameter.parts[0]?.text).toBe('A bottle.');
});

test('what reference pictures show is said, and those that are too many are left out and told of', async () => {
  wire.play(drawn());
  const described = { ...picture, name: 'Bottle', description: 'green glass' };
  const { submitted, parts } = await draw({ references: [described, ...Array.from({ length: 11 }, () => picture)] });
  expect(parts.filter(({ inlineData }) => inlineData)).toHaveLength(10);
  expect(parts.at(-1)?.text).toContain('1. Bottle: green glass');
  expect(submitted).toMatchObject({ outputs: [{ notes: [expect.stringContaining('2 were left out')] }] });
});

test('a reference of a kind that Google does not look at is sent as a JPEG', async () => {
  const path = join(directory, 'picture.avif');
  await writeFile(path, await createCanvas(64, 64).encode('avif'));
  wire.play(drawn());
  const { parts } = await draw({ references: [{ path, mime: 'image/avif', sha256: '' }] });
  expect(parts[0]?.inlineData?.mimeType).toBe('image/jpeg');
});
