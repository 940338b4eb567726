import type { FastifyInstance } from 'fastify';
import { statSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Operation } from '#contract/operation.ts';
import { operations } from '#contract/operations.ts';
import { createClient, type Client } from '#contract/client.ts';
import { routesOf } from '#contract/route.ts';
import { openTestWorld } from '../../test/open-test-world.ts';
import { authenticateWith } from './authenticate.ts';
import { httpServer } from './http.ts';
import { isLookedUp } from './locate.ts';
import { localToken } from './local-token.ts';
import { withoutSecrets } from './request-log.ts';
import type { OpenWorld } from './world.ts';

let world: OpenWorld;
let server: FastifyInstance;
let client: Client;
let token = '';
let dataDirectory = '';

beforeAll(async () => {
  const opened = await openTestWorld();
  world = opened.world;
  dataDirectory = opened.place.directory;
  token = localToken(dataDirectory, world.random.bytes);
  server = httpServer(world, authenticateWith(world, token));
  server.log.level = 'silent';
  client = createClient(async ({ method, path, body }) => {
    const answer = await ask(method, path, { body });
    if (answer.statusCode >= 400) throw new Error(answer.body);
    return { body: answer.json() };
  }, routesOf(operations));
});
afterAll(async () => {
  await server.close();
  await world[Symbol.asyncDispose]();
});

function ask(method: Operation['method'], path: string, options: { body?: unknown; as?: string | null } = {}) {
  const bearer = options.as === undefined ? token : options.as;
  return server.inject({
    method,
    url: `/api${path}`,
    headers: { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), 'content-type': 'application/json' },
    ...(options.body === undefined
      ? {}
      : { payload: typeof options.body === 'string' ? options.body : JSON.stringify(options.body) }),
  });
}

const SOMEWHERE: Readonly<Record<string, string>> = {
  projectId: 'proj_0',
  workId: 'work_0',
  sceneIndex: '0',
  takeId: 'take_0',
  exportId: 'exp_0',
  assetId: 'asset_0',
  templateId: 'tmpl_0',
  jobId: 'job_0',
  mediaId: 'med_0',
  tokenId: 'tok_0',
  trashId: 'trash_0',
  sessionId: 'ses_0',
  provider: 'nobody',
  fontId: 'none-400',
};

const parametersOf = (path: string): readonly string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const somewhere = (path: string): string => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => SOMEWHERE[name] ?? '');

test.each(Object.entries(operations) as [string, Operation][])(
  '%s answers nobody without a credential unless it is open',
  async (_, declaration) => {
    for (const as of [null, 'nonsense', `${token}x`, token.slice(1)]) {
      const { statusCode } = await ask(declaration.method, somewhere(declaration.path), { as, body: '{' });
      if (declaration.access === 'open') expect([200, 400, 401]).toContain(statusCode);
      else expect(statusCode).toBe(401);
    }
  },
);

test.each(Object.entries(operations) as [string, Operation][])(
  '%s answers for a thing that is not there before it looks at the body',
  async (_, { path, method, answer }) => {
    const parameters = parametersOf(path);
    for (const name of parameters) expect(isLookedUp(name), name).toBe(true);
    if (parameters.length === 0 || parameters.some((name) => name === 'tokenId' || name === 'sessionId')) return;
    const { statusCode } = await ask(method, somewhere(path), { body: '{' });
    expect([statusCode, answer.kind]).toEqual([404, answer.kind]);
  },
);

test('the token of the data directory is for its owner alone to read', () => {
  expect(statSync(`${dataDirectory}/local-token`).mode & 0o777).toBe(0o600);
  expect(localToken(dataDirectory, world.random.bytes)).toBe(token);
});

test('from a brief to an MP4 over HTTP', async () => {
  const project = await client.createProject({ name: 'Bottles', projectType: 'ecommerce' });
  const work = await client.createWork({
    projectId: project.id,
    productName: 'EcoBottle',
    productDescription: 'Keeps water cold for 24 hours.',
    videoDuration: 2,
    sceneCount: 2,
    resolution: { width: 180, height: 320 },
  });
  expect(work).toMatchObject({
    scenes: [],
    generatedScenes: [],
    currentStep: 0,
    hasReferenceVideo: false,
  });
  const place = { projectId: project.id, workId: work.id };
  expect((await client.writeScenario(place)).scenes).toHaveLength(2);

  const { jobs } = await client.generateImages(place);
  expect(jobs).toHaveLength(2);
  expect((await client.generateImages(place)).jobs).toEqual([]);
  for (const { jobId } of jobs) await ended(jobId);
  expect((await client.getWork(place)).generatedScenes.map((scene) => scene.status)).toEqual([
    'image_ready',
    'image_ready',
  ]);
  const approved = await client.approveScene({ ...place, sceneIndex: 0, animate: true });
  // A double click is one clip.
  expect(await client.approveScene({ ...place, sceneIndex: 0, animate: true })).toEqual(approved);
  await ended(approved.jobId ?? '');
  const { imageUrl, videoUrl } = await client.generateScene({ ...place, sceneIndex: 1 });
  expect((await client.listTakes({ ...place, sceneIndex: 1 })).map((take) => take.kind)).toEqual([
    'video',
    'image',
    'image',
  ]);
  for (const url of [imageUrl, videoUrl]) expect((await ask('GET', url.replace('/api', ''))).statusCode).toBe(200);

  const started = await client.startExport(place);
  await ended(started.jobId ?? '');
  const [finished] = await client.listExports(place);
  expect(finished).toMatchObject({ id: started.id, status: 'done', framesDone: 60, durationS: 2 });
  const file = await ask('GET', (finished?.url ?? '').replace('/api', ''));
  expect(file.headers['content-type']).toBe('video/mp4');
  expect(file.rawPayload.length).toBe(finished?.sizeBytes);
  expect(await client.startExport(place)).toMatchObject({ id: started.id, jobId: null });
});

async function ended(jobId: string): Promise<void> {
  for (;;) {
    const job = await client.getJob({ jobId });
    if (job.status === 'done') return;
    if (job.status !== 'queued' && job.status !== 'running') throw new Error(JSON.stringify(job));
    await new Promise((done) => setTimeout(done, 50));
  }
}

test.each([
  ['a body that is not JSON', 'POST', '/projects', '{"name": ', 400, 'malformed_json'],
  ['an unknown field', 'POST', '/projects', { nmae: 'x' }, 400, 'invalid_input'],
  ['an unknown type', 'POST', '/projects', { projectType: 'opera' }, 400, 'invalid_input'],
  ['a NUL in a text', 'POST', '/projects', { name: 'a\u0000b' }, 400, 'invalid_input'],
  ['a NUL in a name', 'POST', '/projects', { 'na\u0000me': 'x' }, 400, 'invalid_input'],
  [
    'a NUL at the bottom of a well',
    'POST',
    '/projects',
    `${'['.repeat(50_000)}"\\u0000"${']'.repeat(50_000)}`,
    400,
    'invalid_input',
  ],
  ['a body as deep as a well', 'POST', '/projects', '['.repeat(100_000), 400, 'malformed_json'],
  ['half a character', 'POST', '/projects', '{"name":"\\ud83d"}', 400, 'invalid_input'],
  ['a name that means something', 'POST', '/projects', '{"__proto__":{"name":"x"}}', 400, 'invalid_input'],
  ['a NUL in an address', 'GET', '/jobs?workId=work_%00', undefined, 400, 'invalid_input'],
  ['a query that says two things', 'GET', '/jobs?workId=work_1&workId=work_2', undefined, 400, 'invalid_input'],
  ['a body that is a list', 'POST', '/projects', [], 400, 'invalid_input'],
  ['a project that is not there', 'GET', '/projects/proj_nowhere', undefined, 404, 'not_found'],
  ['an id that is none', 'GET', '/projects/..%2F..%2Fetc%2Fpasswd', undefined, 404, 'not_found'],
  ['a wrong body for a project that is not there', 'POST', '/projects/proj_nowhere/works', '{', 404, 'not_found'],
  ['an address that is none', 'GET', '/nowhere', undefined, 404, 'not_found'],
] as const)('%s is answered as JSON with what to do', async (_, method, path, body, status, code) => {
  const answer = await ask(method, path, body === undefined ? {} : { body });
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({ code, error: expect.any(String) });
});

test('a body that is too large is refused before it is read', async () => {
  const answer = await ask('POST', '/projects', { body: JSON.stringify({ knowledge: 'x'.repeat(5_000_000) }) });
  expect(answer.statusCode).toBe(413);
  expect(answer.json()).toMatchObject({ code: 'too_large' });
});

test('an empty body with a JSON content type is fine', async () => {
  expect((await ask('GET', '/projects', { body: '' })).statusCode).toBe(200);
  expect((await ask('POST', '/projects', { body: '' })).statusCode).toBe(201);
});

test.each([
  ['an address that cannot be decoded', '/projects/%zz', 400],
  ['an id as long as a book', `/projects/${'a'.repeat(5000)}`, 404],
  ['a place in hexadecimal', '/projects/proj_0/works/work_0/scenes/0x0/takes', 404],
])('%s is answered from the closed list of problems', async (_, path, status) => {
  const answer = await ask('GET', path);
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({ code: expect.stringMatching(/^(invalid_input|not_found)$/) });
});

test.each([
  ['plain text', 'text/plain', '{}', 415, 'unsupported_media'],
  ['a form', 'application/x-www-form-urlencoded', 'name=x', 415, 'unsupported_media'],
  ['many parts', 'multipart/form-data; boundary=x', '--x--', 415, 'unsupported_media'],
  ['no type', undefined, '{}', 415, 'unsupported_media'],
  ['a type that is none', 'json', '{}', 415, 'unsupported_media'],
  ['broken UTF-8', 'application/json', Buffer.from('7b226e616d65223a22ff227d', 'hex'), 400, 'malformed_json'],
  ['UTF-16', 'application/json', Buffer.from('{}', 'utf16le'), 400, 'malformed_json'],
] as const)('a body of %s is refused with what to send', async (_, type, payload, status, code) => {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/projects',
    headers: { authorization: `Bearer ${token}`, ...(type === undefined ? {} : { 'content-type': type }) },
    payload,
  });
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({ code });
});

test('JSON with a byte order mark and a charset is read', async () => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' };
  const answer = await server.inject({ method: 'POST', url: '/api/projects', headers, payload: '\ufeff{"name":"Ü"}' });
  expect(answer.json()).toMatchObject({ name: 'Ü' });
});

test('a known address asked in another way says which ways there are', async () => {
  for (const method of ['PATCH', 'DELETE'] as const) {
    const answer = await server.inject({ method, url: '/api/projects', payload: '{' });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
    expect(answer.json()).toMatchObject({ code: 'method_not_allowed', details: { method } });
  }
  const options = await server.inject({ method: 'OPTIONS', url: '/api/projects' });
  expect([options.statusCode, options.headers.allow]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
});

test.each(['/api/health', '/api/nowhere', '/api/projects', '/api/%zz', '/nowhere'])(
  'the answer to %s lets no page be made of it, and has a number for the log',
  async (url) => {
    expect((await server.inject({ url })).headers).toMatchObject({
      'x-request-id': expect.stringMatching(/^[0-9a-f]{16}$/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    });
  },
);

test.each([
  ['/api/media/med_1?token=sw_secret&x=1', '/api/media/med_1?token=***&x=1'],
  ['/api/media/med_1?x=1&%74oken=sw_secret', '/api/media/med_1?x=1&%74oken=***'],
  ['/api/media/med_1?exp=1&sig=a.b.c?d', '/api/media/med_1?exp=1&sig=***'],
  ['/api/projects', '/api/projects'],
])('the log shows %s without its secret', (url, logged) => {
  expect(withoutSecrets(url)).toBe(logged);
});

test('the page of the documentation loads what is here and nothing else, and holds no script', async () => {
  const { headers, body } = await server.inject('/api/docs');
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
  expect(body).not.toMatch(/<script(?![^>]* src=)|\son\w+=|https?:/);
  const loaded = [...body.matchAll(/(?:src|href|spec-url)="(\/[^"]+)"/g)].map(([, url = '']) => url);
  expect(new Set(loaded)).toEqual(new Set(['/api/docs/docs.css', '/api/docs/viewer.js', '/api/openapi.json']));
  for (const url of loaded) {
    for (const method of ['GET', 'HEAD'] as const) expect((await server.inject({ method, url })).statusCode).toBe(200);
  }
  const viewer = await server.inject('/api/docs/viewer.js');
  expect(viewer.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(
    (await server.inject({ url: '/api/docs/viewer.js', headers: { 'if-none-match': viewer.headers.etag } })).statusCode,
  ).toBe(304);
});
