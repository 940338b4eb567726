import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestServer, type TestServer } from './open-test-server.ts';
import { solidPng } from './solid-png.ts';
import { modelAnswers } from './wires/model-answers.ts';
import { openWire, type Script, type Wire } from './wires/wire.ts';

const PICTURE = solidPng('#205080', 64);
const KEY = 'sk-whole-product-0123456789';

let server: TestServer;
let vendor: Wire;
beforeAll(async () => {
  vendor = await openWire();
  server = await openTestServer(undefined, 'all', {
    SCENEWRIGHT_OPENAI_BASE_URL: `${vendor.url}/v1`,
    SCENEWRIGHT_OPENAI_COMPATIBLE_BASE_URL: `${vendor.url}/engine/v1`,
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await vendor.close();
});

/** OpenAI, with an engine that speaks like it beside. */
const serving: Script = ({ path }) => {
  if (path === '/v1/responses') {
    const content = [{ type: 'output_text', text: modelAnswers.scenario }];
    const usage = { input_tokens: 2000, output_tokens: 1000 };
    return { json: { status: 'completed', output: [{ type: 'message', content }], usage } };
  }
  if (path === '/v1/images/generations') {
    const usage = {
      input_tokens: 100,
      output_tokens: 1600,
      input_tokens_details: { text_tokens: 100, image_tokens: 0 },
    };
    return { json: { created: 1, data: [{ b64_json: PICTURE.toString('base64') }], output_format: 'png', usage } };
  }
  const message = { role: 'assistant', content: `<think>Hm.</think>${modelAnswers['style-guide']}` };
  return { json: { choices: [{ finish_reason: 'stop', message }] } };
};

const paths = () => vendor.requests.map(({ method, path }) => `${method} ${path}`);

async function lastJob(workId: string) {
  const { json } = await server.ask('GET', `/jobs?workId=${workId}`);
  return (json as readonly { costMicroUsd?: number }[])[0];
}

test('a film is written and a picture drawn by OpenAI, each paid once, for what OpenAI counted', async () => {
  const project = (await server.ask('POST', '/projects', { body: { name: 'Bottles', projectType: 'ecommerce' } })).json;
  const works = `/projects/${String(project.id)}/works`;
  const work = (await server.ask('POST', works, { body: { productName: 'EcoBottle', videoDuration: 12 } })).json;
  vendor.play(serving);

  const headers = { 'x-llm-provider': 'openai', 'x-image-provider': 'dalle', 'x-api-key': KEY };
  const written = await server.ask('POST', `${works}/${String(work.id)}/scenario`, { headers, body: {} });
  expect(written.status, written.text).toBe(200);
  const scenes = written.json.scenes as readonly { duration_seconds: number; transition: string }[];
  expect(scenes.map(({ duration_seconds }) => duration_seconds)).toEqual([5.35, 6.65]);
  expect((await lastJob(work.id))?.costMicroUsd).toBe(2000 * 1 + 1000 * 5);

  const drawn = await server.ask('POST', `${works}/${String(work.id)}/generate/scene/0/image`, { headers });
  expect(drawn.status, drawn.text).toBe(200);
  expect((await lastJob(work.id))?.costMicroUsd).toBe(100 * 5 + 1600 * 30);
  expect(paths()).toEqual(['POST /v1/responses', 'POST /v1/images/generations']);
  expect(vendor.requests.map((request) => request.headers['authorization'])).toEqual([
    `Bearer ${KEY}`,
    `Bearer ${KEY}`,
  ]);
  expect(vendor.requests[1]?.json).toMatchObject({ model: 'gpt-image-2.5-flare', size: '1024x1792' });
  const image = await server.raw('GET', new URL(drawn.json.imageUrl, server.origin).pathname.replace(/^\/api/, ''));
  expect(Buffer.from(await image.arrayBuffer()).equals(PICTURE)).toBe(true);
});

test('a refused prompt says that it was the prompt, in the words of OpenAI and without the key', async () => {
  const message = `Your request was rejected by our safety system (key ${KEY}).`;
  vendor.play({
    status: 400,
    json: { error: { message, type: 'image_generation_user_error', code: 'moderation_blocked' } },
  });
  const refused = await server.ask('POST', '/generate/image', {
    headers: { 'x-image-provider': 'dalle', 'x-api-key': KEY },
    body: { prompt: 'a bottle' },
  });
  expect(refused.json).toMatchObject({ code: 'provider_moderated' });
  expect(refused.text).toContain('safety system');
  expect(refused.text).not.toContain(KEY);
  expect(vendor.requests).toHaveLength(1);
});

test('an engine on the local network reads a style guide without a key', async () => {
  vendor.play(serving);
  const found = await server.ask('POST', '/style-guide/extract', {
    headers: { 'x-llm-provider': 'openai-compatible' },
    body: { text: 'We make calm bottles.' },
  });
  expect(found.status, found.text).toBe(200);
  expect(found.json).toMatchObject({ tone: 'calm', color_palette: ['#1a2b3c'] });
  expect(paths()).toEqual(['POST /engine/v1/chat/completions']);
  expect(vendor.requests[0]?.headers).not.toHaveProperty('authorization');
});

test('a call that was asked for without a key goes without one, though a key is stored before it is made', async () => {
  const setting = '/settings/providers/openai-compatible';
  const ask = () =>
    server.ask('POST', '/style-guide/extract', {
      headers: { 'x-llm-provider': 'openai-compatible' },
      body: { text: 'We make calm bottles.' },
    });
  vendor.play(async (request) => {
    if (vendor.requests.length > 1) return serving(request);
    expect((await server.ask('PUT', setting, { body: { apiKey: KEY } })).status).toBe(200);
    return { status: 429, headers: { 'retry-after-ms': '100' } };
  });
  expect((await ask()).status).toBe(200);
  expect(vendor.requests).toHaveLength(2);
  expect(vendor.requests[1]?.headers).not.toHaveProperty('authorization');

  vendor.play(serving);
  expect((await ask()).status).toBe(200);
  expect(vendor.requests[0]?.headers).toMatchObject({ authorization: `Bearer ${KEY}` });
  expect((await server.ask('DELETE', setting)).status).toBe(204);
});

test('who is asked to slow down at a gateway of their own holds nobody else up', async () => {
  const eve = await server.register('eve@example.com');
  const extract = (as: string, headers: Record<string, string>) =>
    server.ask('POST', '/style-guide/extract', {
      as,
      headers: { 'x-llm-provider': 'openai-compatible', ...headers },
      body: { text: 'We make calm bottles.' },
    });
  vendor.play((request) =>
    request.headers['authorization'] === undefined
      ? serving(request)
      : { status: 429, headers: { 'retry-after': '3600' } },
  );
  const hers = await extract(eve, { 'x-api-key': 'sk-eve-0123456789', prefer: 'respond-async' });
  await expect.poll(() => vendor.requests.length).toBe(1);
  await expect
    .poll(async () => (await server.ask('GET', `/jobs/${String(hers.json.jobId)}`, { as: eve })).json)
    .toMatchObject({ status: 'queued', stage: 'waiting' });
  expect((await extract(server.token, {})).status).toBe(200);
});

test('a picture without a work that is made again twice at once is made once', async () => {
  const asking = { 'x-image-provider': 'dalle', 'x-api-key': KEY };
  vendor.play({ status: 400, json: { error: { message: 'no', code: 'moderation_blocked' } } });
  const failed = await server.ask('POST', '/generate/image', { headers: asking, body: { prompt: 'a bottle' } });
  const answered = Promise.withResolvers<void>();
  vendor.play(async (request) => {
    await answered.promise;
    return serving(request);
  });
  const retry = () => server.ask('POST', `/jobs/${String(failed.json.details.jobId)}/retry`, { headers: asking });
  const ids = (await Promise.all([retry(), retry()])).map(({ json }) => String(json.id));
  answered.resolve();
  expect(ids[1]).toBe(ids[0]);
  await expect.poll(async () => (await server.ask('GET', `/jobs/${ids[0]}`)).json.status).toBe('done');
  expect(paths()).toEqual(['POST /v1/images/generations']);
});
