import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { callVendor, kindOfStatus, type Vendor } from '#providers/call-vendor.ts';
import { openaiCompatible } from '#providers/openai-compatible/openai-compatible.ts';
import { ProviderError, type Provider } from '#providers/provider.ts';
import { openKey } from '#studio/generation/open-key.ts';
import { vendorAccess } from '#studio/settings/vendor-access.ts';
import { apiOf, aWorkWithScenes, jobEnded, jsonOf } from '../../test/api/api.ts';
import { as } from '../../test/api/stage.ts';
import { newEmbeddedPlace } from '../../test/engines.ts';
import { openTestServer, PASSWORD, type TestServer } from '../../test/open-test-server.ts';
import { someVendors } from '../../test/vendors.ts';

const KEY = 'sk-good-0123456789abcdef4f2a';
const OTHER_KEY = 'sk-good-fedcba9876543210beef';
const SMALL = { width: 96, height: 128 };
const SETTINGS = '/settings/providers';

const vendors = someVendors();
/** Keys that the vendor was sent, and where. */
const asked: { readonly url: string; readonly key: string | undefined }[] = [];
const log: string[] = [];
let vendorServer: Server;
let origin = '';
let server: TestServer;
let api: ReturnType<typeof apiOf>;
let ada = '';
let eve = '';

const PAGE = '<title>Oak</title><meta name="theme-color" content="#0a5"><p>We are calm. Always show the grain.</p>';
/** What the engine was asked in words. */
const questions: string[] = [];

/** Chat Completions, as Ollama has them. */
async function answerChat(request: IncomingMessage, response: ServerResponse): Promise<void> {
  questions.push(await text(request));
  const guide = { tone: 'calm', color_palette: ['#00aa55', 'green'], tempo: null, must_include: ['the grain'] };
  const content = `<think>wood</think>${JSON.stringify({ ...guide, camera_style: '', brand_voice: null, must_avoid: [] })}`;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }] }));
}

const wire: Vendor = {
  id: 'vendor',
  refusal: ({ status, text }) => ({ kind: kindOfStatus(status), message: text }),
};

/** A call that costs nothing, as vendors have one; the key goes in a header. */
const check: NonNullable<Provider['check']> = async (context) => {
  await callVendor(wire, { method: 'GET', path: '/models', headers: { 'x-key': context.apiKey ?? '' } }, context);
  return { says: 'The key is good.' };
};

/** `vendor` as someVendors has it with such a call, a second name of it, and an engine of the network. */
function offered(): Provider[] {
  return [...vendors.providers, openaiCompatible].flatMap((provider) => {
    if (provider.id !== 'vendor') return [provider];
    const painters = { ...provider, id: 'painters', label: 'The painters', vendor: 'vendor' };
    const { scenario: _, ...engine } = provider;
    const settings = z.strictObject({ workflow: z.string().max(20) });
    return [
      { ...provider, check, baseUrl: origin },
      painters,
      { ...engine, id: 'engine', label: 'The engine', keyless: true, takesKey: true, check, settings, models: [] },
    ];
  });
}

beforeAll(async () => {
  vendorServer = createServer((request, response) => {
    if (request.url === '/page') return response.setHeader('content-type', 'text/html').end(PAGE);
    if (request.url === '/long') return response.setHeader('content-type', 'text/html').end(PAGE.repeat(21_000));
    if (request.url === '/v1/chat/completions') return void answerChat(request, response);
    const key = request.headers['x-key'];
    asked.push({ url: request.url ?? '', key: Array.isArray(key) ? key[0] : key });
    const isGood = key === '' || String(key).startsWith('sk-good');
    return response.writeHead(isGood ? 200 : 401).end(isGood ? '{}' : `no such key: ${String(key)}`);
  });
  await new Promise<void>((resolve) => {
    vendorServer.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(vendorServer.address() as AddressInfo).port}`;
  const trusted = {
    SCENEWRIGHT_FETCH_ORIGINS: `http://10.0.0.9:8188,${origin}`,
    SCENEWRIGHT_OPENAI_COMPATIBLE_BASE_URL: `${origin}/v1`,
  };
  const parts = { providers: offered(), log: (line: object) => void log.push(JSON.stringify(line)) };
  const place = await newEmbeddedPlace();
  const models = [
    { provider: 'vendor', role: 'image', id: 'painter-2', like: 'painter-1', name: 'The second painter' },
  ];
  await writeFile(join(place.directory, 'catalogue.json'), JSON.stringify({ models }));
  server = await openTestServer(place, 'all', trusted, parts);
  ada = await server.register('ada@example.com');
  eve = await server.register('eve@example.com');
  api = as(apiOf(server), ada);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  vendorServer.close();
});

test('a stored key is shown by its last four characters and never again in full', async () => {
  const stored = await api.put(`${SETTINGS}/vendor`, { apiKey: KEY });
  expect(jsonOf(stored)).toMatchObject({ hasKey: true, keyHint: '…4f2a', needsKey: true, testedAt: null });
  expect(stored.text).not.toContain(KEY.slice(0, -4));
  expect(jsonOf(await api.get(`${SETTINGS}/vendor`))).toEqual(stored.json);
  expect(jsonOf(await api.get(SETTINGS)).find(({ provider }: { provider: string }) => provider === 'vendor')).toEqual(
    stored.json,
  );
  // Read and sent back, it changes nothing.
  expect(jsonOf(await api.put(`${SETTINGS}/vendor`, stored.json))).toMatchObject({ hasKey: true, keyHint: '…4f2a' });
  expect(jsonOf(await api.put(`${SETTINGS}/engine`, { apiKey: 'short-key' }))).toMatchObject({
    hasKey: true,
    keyHint: null,
  });
});

test('nobody else sees that anything is set', async () => {
  const hers = await as(apiOf(server), eve).get(`${SETTINGS}/vendor`);
  expect(jsonOf(hers)).toMatchObject({ hasKey: false, keyHint: null, updatedAt: null });
  expect((await as(apiOf(server), eve).del(`${SETTINGS}/vendor`)).status).toBe(404);
  expect((await api.get(`${SETTINGS}/nobody`)).status).toBe(404);
});

test('a picture is made with the stored key, and one of the request counts before it', async () => {
  const ask = (headers: object) =>
    api.post('/generate/image', { prompt: 'x', resolution: SMALL }, { headers: { ...headers } });
  jsonOf(await ask({ 'x-image-provider': 'vendor' }));
  jsonOf(await ask({ 'x-image-provider': 'vendor', 'x-image-api-key': OTHER_KEY }));
  expect(vendors.images.slice(-2).map(({ apiKey }) => apiKey)).toEqual([KEY, OTHER_KEY]);
  const refused = await as(apiOf(server), eve).post(
    '/generate/image',
    { prompt: 'x' },
    { headers: { 'x-image-provider': 'vendor' } },
  );
  expect(refused.json).toMatchObject({
    code: 'provider_key_missing',
    error: expect.stringContaining('in the settings'),
  });
});

test('what is the vendor’s other name is served by the same key', async () => {
  expect(jsonOf(await api.get(`${SETTINGS}/painters`))).toMatchObject({ vendor: 'vendor', hasKey: true });
  const headers = { 'x-image-provider': 'painters', 'x-image-model-id': 'unheard-of' };
  jsonOf(await api.post('/generate/image', { prompt: 'x', resolution: SMALL }, { headers }));
  expect(vendors.images.at(-1)).toMatchObject({ apiKey: KEY, model: 'unheard-of' });
});

test('a scene is made whole with the stored key, also when it is done again, and no row has a copy of it', async () => {
  const work = await aWorkWithScenes(api, 1);
  const headers = { 'x-image-provider': 'vendor', 'x-video-provider': 'vendor' };
  let copies = Number.NaN;
  vendors.before.video = async () => {
    // Looked at while it runs: when it has ended, a key is wiped anyway.
    const { rows } = await sql<{ keys: number }>`select (select count(*) from job where sealed_key is not null)
      + (select count(*) from generation where sealed_key is not null) as keys`.execute(server.world.database.kysely);
    copies = Number(rows[0]?.keys);
    throw new ProviderError('moderated', 'vendor', 'not this');
  };
  const failed = await api.post(`${work.path}/generate/scene/0`, undefined, { headers });
  vendors.before.video = () => undefined;
  expect(failed.json.code).toBe('provider_moderated');
  expect(copies).toBe(0);
  const retried = jsonOf(await api.post(`/jobs/${failed.json.details.jobId}/retry`), 202);
  expect(await jobEnded(api, retried.id)).toMatchObject({ status: 'done' });
  expect([vendors.images.at(-1)?.apiKey, ...vendors.videos.slice(-2).map(({ apiKey }) => apiKey)]).toEqual([
    KEY,
    KEY,
    KEY,
  ]);
});

test('a model that the operator has added is offered, and decides its provider', async () => {
  const list: { id: string; category: string; models: { id: string }[] }[] = jsonOf(await api.get('/providers'));
  const offers = list.find(({ id, category }) => id === 'vendor' && category === 'image')?.models;
  expect(offers?.at(-1)).toMatchObject({ id: 'painter-2', name: 'The second painter', isRetired: false });
  const headers = { 'x-image-model-id': 'painter-2' };
  jsonOf(await api.post('/generate/image', { prompt: 'x', resolution: SMALL }, { headers }));
  expect(vendors.images.at(-1)).toMatchObject({ provider: 'vendor', model: 'painter-2', apiKey: KEY });
});

test('PUT merges: what is left out stays, null clears', async () => {
  const put = async (changes: object) => jsonOf(await api.put(`${SETTINGS}/vendor`, changes));
  expect(await put({ models: { image: 'painter-9', llm: 'writer-9' } })).toMatchObject({ hasKey: true });
  expect((await put({ models: { llm: null } })).models).toEqual({ image: 'painter-9' });
  jsonOf(await api.post('/generate/image', { prompt: 'x', resolution: SMALL }, vendorNamed));
  expect(vendors.images.at(-1)?.model).toBe('painter-9');
  expect((await put({ models: null, apiKey: OTHER_KEY })).keyHint).toBe('…beef');
  expect((await put({ apiKey: KEY })).models).toEqual({});
  expect((await put({ concurrent: 20 })).concurrent).toBe(20);
  expect((await put({ models: null })).concurrent).toBe(20);
  expect((await put({ concurrent: null })).concurrent).toBeNull();
  const shared = await api.put(`${SETTINGS}/engine`, { concurrent: 20 });
  expect(shared, 'it is everybody’s').toMatchObject({ status: 400 });
});

const vendorNamed = { headers: { 'x-image-provider': 'vendor' } };

test('a key is tried by a free call: a bad one is a sentence, and what came of it is kept until the key changes', async () => {
  const tried = async (body: object = {}) => jsonOf(await api.post(`${SETTINGS}/vendor/test`, body));
  const kept = async () => jsonOf(await api.get(`${SETTINGS}/vendor`));
  expect(await tried()).toEqual({ ok: true, says: 'The key is good.', tookMs: expect.any(Number) });
  expect(asked.at(-1)).toEqual({ url: '/models', key: KEY });
  expect(await kept()).toMatchObject({ testResult: { ok: true }, testedAt: expect.any(Number) });
  const bad = 'sk-bad-0123456789';
  expect(await tried({ apiKey: bad })).toEqual({
    ok: false,
    says: 'The vendor refused the key: check it, and send it again.',
    tookMs: expect.any(Number),
    status: 401,
  });
  expect(await kept(), 'one that was only given').toMatchObject({ testResult: { ok: true } });
  await api.put(`${SETTINGS}/vendor`, { apiKey: bad });
  expect(await kept()).toMatchObject({ testResult: null, testedAt: null });
  expect(await tried()).toMatchObject({ ok: false });
  expect(await kept()).toMatchObject({ testResult: { ok: false } });
  await api.put(`${SETTINGS}/vendor`, { apiKey: KEY });
});

test('an engine that is not there says so in a sentence, and one that needs nothing is always well', async () => {
  await api.put(`${SETTINGS}/engine`, { apiKey: null, baseUrl: 'http://10.0.0.9:8188/' });
  await new Promise<void>((done) => {
    vendorServer.close(() => done());
    vendorServer.closeAllConnections();
  });
  const dead = jsonOf(await api.post(`${SETTINGS}/vendor/test`, {}));
  expect(dead).toEqual({
    ok: false,
    says: 'The vendor has trouble (it cannot be reached): check its address, or try again in a moment.',
    tookMs: expect.any(Number),
  });
  await new Promise<void>((done) => {
    vendorServer.listen(Number(new URL(origin).port), '127.0.0.1', done);
  });
  expect(jsonOf(await api.post(`${SETTINGS}/local/test`, {}))).toMatchObject({ ok: true });
  const none = await as(apiOf(server), eve).post(`${SETTINGS}/vendor/test`, {});
  expect([none.status, none.json.code]).toEqual([400, 'provider_key_missing']);
  const untried = await api.post(`${SETTINGS}/rival/test`, { apiKey: KEY });
  expect(untried.json).toMatchObject({
    code: 'invalid_input',
    error: expect.stringContaining('no call that costs nothing'),
  });
});

test.each([
  ['https://gateway.example/v1', null],
  ['http://10.0.0.9:8188', null],
  ['http://gateway.example/v1', 'SCENEWRIGHT_FETCH_ORIGINS=http://gateway.example'],
  ['https://10.0.0.7', 'SCENEWRIGHT_ENGINE_BASE_URL=https://10.0.0.7'],
  ['https://127.1/v1', 'SCENEWRIGHT_FETCH_ORIGINS=https://127.0.0.1'],
  ['https://[::1]:9', 'SCENEWRIGHT_FETCH_ORIGINS=https://[::1]:9'],
  ['https://localhost', 'SCENEWRIGHT_FETCH_ORIGINS=https://localhost'],
  ['http://169.254.169.254/latest', 'SCENEWRIGHT_FETCH_ORIGINS=http://169.254.169.254'],
])(
  'an engine at %s is asked only where that is public, or was named by who runs the server',
  async (baseUrl, advice) => {
    const answer = await api.put(`${SETTINGS}/engine`, { baseUrl });
    const tried = await api.post(`${SETTINGS}/vendor/test`, { baseUrl: advice === null ? origin : baseUrl });
    if (advice === null) {
      expect(jsonOf(answer).baseUrl).toBe(baseUrl);
      expect(jsonOf(tried).ok, 'its own address').toBe(true);
      const engine = server.world.providers.find(({ id }) => id === 'engine') ?? openaiCompatible;
      const access = await vendorAccess(server.world, engine, jsonOf(await api.get('/auth/me')).id);
      expect(access.baseUrl).toBe(baseUrl);
      // A name may turn to an address inside after it was stored: only the connection itself can know.
      const { publicFetch, vendorFetch } = server.world;
      expect(access.fetch).toBe(baseUrl.startsWith('https') ? publicFetch : vendorFetch);
      return;
    }
    for (const { status, json } of [answer, tried]) expect([status, json.code]).toEqual([400, 'url_refused']);
    expect(answer.json.error).toContain(advice);
  },
);

test.each([
  ['an address that is none', 'vendor', { baseUrl: 'gateway' }],
  ['an address with a password', 'vendor', { baseUrl: 'https://me:pass@gateway.example' }],
  ['a key with a line break in it', 'vendor', { apiKey: 'sk-1\nx-more: 1' }],
  ['an empty key', 'vendor', { apiKey: ' ' }],
  ['a key for what takes none', 'local', { apiKey: KEY }],
  ['an address for what has none', 'local', { baseUrl: 'https://gateway.example' }],
  ['another vendor’s model', 'vendor', { models: { image: 'brush-1' } }],
  ['a model of a role it does not play', 'engine', { models: { llm: 'llama' } }],
  ['a model that is not there', 'local', { models: { image: 'brush-9' } }],
  ['settings that it has not', 'vendor', { settings: { workflow: 'x' } }],
  ['settings that do not fit', 'engine', { settings: { workflow: 7 } }],
  ['a word it does not know', 'vendor', { key: KEY }],
])('%s is refused', async (_, provider, changes) => {
  const before = jsonOf(await api.get(`${SETTINGS}/${provider}`));
  const answer = await api.put(`${SETTINGS}/${provider}`, changes);
  expect(answer.status, answer.text).toBe(400);
  expect(jsonOf(await api.get(`${SETTINGS}/${provider}`))).toEqual(before);
});

test('a style guide is read from a page by a vendor’s model, which gets its words and colours and no more of it', async () => {
  const headers = { 'x-llm-provider': 'openai-compatible', 'x-model-id': 'llama' };
  const extract = (url: string) => api.post('/style-guide/extract', { url }, { headers });
  expect(jsonOf(await extract(`${origin}/page`))).toEqual({
    tone: 'calm',
    color_palette: ['#00aa55'],
    must_include: ['the grain'],
  });
  const { model, messages } = JSON.parse(questions.at(-1) ?? '');
  expect(model).toBe('llama');
  expect(JSON.stringify(messages)).toMatch(/We are calm\. Always show the grain\..*#00aa55/);
  expect(JSON.stringify(messages)).not.toContain('<p>');
  const asked = questions.length;
  expect(jsonOf(await extract(`${origin}/long`), 413)).toMatchObject({ code: 'too_large' });
  expect(jsonOf(await extract('http://127.0.0.1:1/page'), 400)).toMatchObject({ code: 'url_refused' });
  expect(questions).toHaveLength(asked);
});

test('a provider’s own settings are kept as they were given', async () => {
  const settings = { workflow: 'a graph' };
  expect(jsonOf(await api.put(`${SETTINGS}/engine`, { settings }))).toMatchObject({ settings });
  expect(jsonOf(await api.put(`${SETTINGS}/engine`, { settings: null }))).toMatchObject({ settings: {} });
});

test('a key that is gone when a job runs is asked for, unless the vendor may have been asked with it', async () => {
  const { id: userId } = jsonOf(await api.get('/auth/me'));
  const [vendor, engine] = ['vendor', 'engine'].map((id) => server.world.providers.find((one) => one.id === id));
  if (!vendor || !engine) throw new Error('they are offered above');
  const row = { sealedKey: null, sealedKeyId: null, withKey: false, createdBy: userId };
  expect(await openKey(server.world, { ...row, state: 'queued' }, vendor)).toBe(KEY);
  jsonOf(await api.put(`${SETTINGS}/vendor`, { apiKey: null }));
  const opened = (state: 'queued' | 'running') => openKey(server.world, { ...row, state }, vendor);
  await expect(opened('queued')).rejects.toMatchObject({ code: 'provider_key_missing' });
  await expect(opened('running')).rejects.toMatchObject({ code: 'submission_uncertain' });
  expect(await openKey(server.world, { ...row, state: 'queued' }, engine)).toBeNull();
  const promised = { ...row, withKey: true };
  await expect(openKey(server.world, { ...promised, state: 'queued' }, engine)).rejects.toMatchObject({
    code: 'provider_key_missing',
  });
  jsonOf(await api.put(`${SETTINGS}/vendor`, { apiKey: KEY }));
});

test('the whole database and the log hold no key, and the audit says what was done', async () => {
  await api.put(`${SETTINGS}/engine`, { apiKey: OTHER_KEY });
  await as(apiOf(server), eve).put(`${SETTINGS}/rival`, { apiKey: OTHER_KEY });
  const started = await api.post(
    '/generate/image',
    { prompt: 'x', resolution: SMALL },
    { headers: { 'x-image-provider': 'vendor', 'x-image-api-key': OTHER_KEY, prefer: 'respond-async' } },
  );
  const during = await dump();
  await jobEnded(api, jsonOf(started, 202).jobId);
  const all = [...during, ...(await dump()), ...log].join('\n');
  expect(all, 'it is a dump').toContain('"key_hint": "4f2a"');
  for (const key of [KEY, OTHER_KEY]) expect(all).not.toContain(key.slice(3, -4));
  expect(all).toContain('provider_key_stored');
  const audit = await sql<{ verb: string }>`select verb from audit where target in ('vendor', 'engine')`.execute(
    server.world.database.kysely,
  );
  expect(new Set(audit.rows.map(({ verb }) => verb))).toEqual(
    new Set(['provider_key_stored', 'provider_key_removed', 'provider_changed']),
  );
});

test('deleted, it is gone once; and with the account all of it goes', async () => {
  expect((await api.del(`${SETTINGS}/engine`)).status).toBe(204);
  expect((await api.del(`${SETTINGS}/engine`)).status).toBe(404);
  await as(apiOf(server), eve).del('/auth/me', { body: { password: PASSWORD } });
  const { rows } = await sql`select provider from provider_setting order by 1`.execute(server.world.database.kysely);
  expect(rows).toEqual([{ provider: 'vendor' }]);
});

/** Every row of every table as text. */
async function dump(): Promise<string[]> {
  const { kysely } = server.world.database;
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(kysely);
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(kysely);
    texts.push(...rows.rows.map(({ row }) => row));
  }
  return texts;
}
