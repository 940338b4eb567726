import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { providerContext } from '../../../test/provider-context.ts';
import { solidPng } from '../../../test/solid-png.ts';
import { readBody } from '../../../test/wires/golden.ts';
import { openWire, type Answer, type Wire } from '../../../test/wires/wire.ts';
import { descriptorFor } from '../descriptor-for.ts';
import type { ImageRequest, MediaInput, ProviderContext } from '../provider.ts';
import { dalle } from './dalle.ts';
import { drawPicture } from './draw-picture.ts';
import { openai } from './openai.ts';
import { askResponses } from './responses.ts';

let wire: Wire;
let directory = '';
let scratch = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'openai-'));
  wire = await openWire();
});
beforeEach(async () => {
  scratch = await mkdtemp(join(directory, 'scratch-'));
});
afterAll(async () => {
  await wire.close();
  await rm(directory, { recursive: true, force: true });
});

function aContext(model: string, role: 'image' | 'llm' = 'image'): ProviderContext {
  const descriptor = descriptorFor(role === 'image' ? dalle : openai, role, model);
  const context = { scratch, ffmpeg: 'ffmpeg', apiKey: 'sk-test-0123456789', baseUrl: `${wire.url}/v1` };
  return providerContext({ ...context, ...(descriptor && { descriptor }) });
}

const aRequest = (change: Partial<ImageRequest> = {}): ImageRequest => ({
  generationId: 'gen_1',
  model: 'gpt-image-2.5-flare',
  prompt: 'A bottle',
  scenePrompt: 'A bottle',
  negativePrompt: '',
  width: 1080,
  height: 1920,
  seed: 1,
  references: [],
  ...change,
});

async function aPicture(name: string, bytes: Uint8Array, mime = 'image/png'): Promise<MediaInput> {
  const path = join(directory, name);
  await writeFile(path, bytes);
  return { path, mime, sha256: name, name };
}

const PNG = solidPng('#205080');
const drawn: Answer = { json: { created: 1, data: [{ b64_json: PNG.toString('base64') }] } };

async function draw(change: Partial<ImageRequest> = {}) {
  const request = aRequest(change);
  wire.play(drawn);
  const submitted = await drawPicture.submit(request, aContext(request.model));
  const output = submitted.status === 'done' ? submitted.outputs[0] : undefined;
  return { output, sent: wire.requests[0] };
}

describe('a picture of OpenAI', () => {
  test('is kept byte for byte as it came', async () => {
    const { output } = await draw();
    expect(output).toEqual({ mime: 'image/png', path: join(scratch, 'picture') });
    expect((await readFile(output?.path ?? '')).equals(PNG)).toBe(true);
  });

  test('is told what its references show, and has as many as the model takes', async () => {
    const references = [];
    for (let place = 0; place < 18; place++) references.push(await aPicture(`${place}.png`, PNG));
    const [first, ...rest] = references;
    if (!first) throw new Error('no picture was made');
    const { output, sent } = await draw({ references: [{ ...first, description: 'A green cap' }, ...rest] });
    if (!sent) throw new Error('nothing was sent');
    const parts = (await readBody(sent)) as readonly { name: string; value?: string }[];
    expect(parts.filter(({ name }) => name === 'image[]')).toHaveLength(16);
    const prompt = parts.find(({ name }) => name === 'prompt')?.value;
    expect(prompt).toMatch(
      /^A bottle\s+The reference pictures show, in this order:\s+1\. 0\.png: A green cap\s+2\. 1\.png/,
    );
    expect(output?.notes).toEqual(['The model takes 16 reference pictures: 2 were left out.']);
  });

  test('has references of other kinds made into JPEGs', async () => {
    const avif = await createCanvas(64, 32).encode('avif');
    const { sent } = await draw({ references: [await aPicture('reference.avif', avif, 'image/avif')] });
    if (!sent) throw new Error('nothing was sent');
    const parts = (await readBody(sent)) as readonly { name: string; type?: string; base64?: string }[];
    const sentPicture = parts.find(({ name }) => name === 'image[]');
    expect(sentPicture?.type).toBe('image/jpeg');
    expect(Buffer.from(sentPicture?.base64 ?? '', 'base64').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  test('of DALL·E 3 is asked for without references, and that is said', async () => {
    const { output, sent } = await draw({ model: 'dall-e-3', references: [await aPicture('one.png', PNG)] });
    expect(sent?.path).toBe('/v1/images/generations');
    expect(output?.notes).toEqual(['The model takes no reference pictures: one was left out.']);
  });

  test('may come as an address from an old model behind a gateway', async () => {
    wire.play({ json: { created: 1, data: [{ url: 'https://files.example/picture.png' }] } });
    const submitted = await drawPicture.submit(aRequest({ model: 'dall-e-3' }), aContext('dall-e-3'));
    expect(submitted).toEqual({
      status: 'done',
      outputs: [{ mime: 'image/png', url: 'https://files.example/picture.png' }],
    });
  });
});

test('an answer that was refused after it was paid for says what it cost', async () => {
  const context = { ...aContext('gpt-6-luna', 'llm'), model: 'gpt-6-luna' };
  const ask = { name: 'x', schema: {}, system: '', prompt: '', media: [], maxOutputTokens: 10, faultOf: () => null };
  wire.play({
    json: {
      status: 'completed',
      output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] }],
      usage: { input_tokens: 1000, output_tokens: 100 },
    },
  });
  await expect(askResponses(ask, context)).rejects.toMatchObject({
    kind: 'moderated',
    message: 'No.',
    facts: { costMicroUsd: 150 }, // 1000 at $0.10 and 100 at $0.50 a million
  });
});

describe('the check of a key', () => {
  const says = async (answer: Answer): Promise<string | undefined> => {
    wire.play(answer);
    const said = await dalle.check?.(aContext('gpt-image-2.5-flare'));
    expect(wire.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/models']);
    return said?.says;
  };
  const current = dalle.models.filter(({ retiredAt }) => retiredAt === undefined).map(({ id }) => ({ id }));

  test('is free, and says that it works', async () => {
    expect(await says({ json: { data: current } })).toBe('The key works.');
  });

  test('warns of a model that is about to go, and of those the key may not use', async () => {
    const [first, second, ...rest] = current;
    const data = [{ ...first, shutdown_date: '2027-03-01' }, ...rest, { id: 'tts-1', shutdown_date: '2027-01-01' }];
    expect(await says({ json: { data } })).toBe(
      `The key works. gpt-image-2.5-flare shuts down on 2027-03-01. It may not use ${second?.id ?? ''}.`,
    );
    expect(await says({ json: { data: [{ id: 'tts-1' }] } })).toContain('none of the models listed here');
  });

  test('fails as a bad key does, without repeating it', async () => {
    const message = 'Incorrect API key provided: sk-test-0123456789. You can find your API key at platform.openai.com.';
    const failure = says({ status: 401, json: { error: { message, code: 'invalid_api_key' } } });
    await expect(failure).rejects.toMatchObject({
      kind: 'invalid_key',
      message: 'Incorrect API key provided: (key). You can find your API key at platform.openai.com',
    });
  });
});

test('a code that is a word objects know is a code like any other', async () => {
  wire.play({ status: 400, json: { error: { message: 'No.', code: 'constructor' } } });
  await expect(openai.check?.(aContext('gpt-6.1-terra', 'llm'))).rejects.toMatchObject({ kind: 'invalid_input' });
});
