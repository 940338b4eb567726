import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { operation } from '#contract/operation.ts';
import { json, modelHeaders } from '#contract/operations/parts.ts';
import { Problem } from '#contract/problems.ts';
import { getJob, insertJob, updateJob } from '#store/jobs.ts';
import { newId } from '#studio/new-id.ts';
import type { World } from '#studio/world.ts';
import { openSmallApi, type SmallApi } from '../../test/open-small-api.ts';
import { formOf } from '../../test/open-test-server.ts';
import type { Handlers } from './handlers/handler.ts';

const asked = {
  method: 'POST',
  access: 'ai:generate',
  summary: 'Make a film.',
  body: z.strictObject({ prompt: z.string().optional(), seed: z.int().optional() }),
  headers: modelHeaders,
} as const;

const operations = {
  make: operation({ ...asked, path: '/make', answer: json(z.unknown()), waits: true }),
  makeFrom: operation({
    ...asked,
    path: '/make-from',
    upload: { field: 'file', maxBytes: 1e6 },
    answer: json(z.unknown()),
    waits: true,
  }),
  start: operation({
    ...asked,
    path: '/start/{what}',
    params: z.object({ what: z.string() }),
    answer: json(z.unknown(), 202),
    idempotent: true,
  }),
};

let started = 0;
let refusal: Problem | null = null;
let isThere = false;
let slow = Promise.resolve();

async function start(world: World): Promise<{ jobId: string | null }> {
  if (refusal) throw refusal;
  await slow;
  started += 1;
  if (isThere) return { jobId: null };
  const { id } = await insertJob(world.database.kysely, {
    id: newId(world, 'job'),
    workspaceId: world.owner.workspaceId,
    createdBy: world.owner.userId,
    kind: 'image',
    workId: null,
    targetId: null,
    stage: 'queued',
  });
  return { jobId: id };
}

const handlers: Handlers<typeof operations> = {
  make: { start, finish: (_, __, ___, job) => ({ made: job?.result ?? 'before' }) },
  makeFrom: { start, finish: (_, __, { file }, job) => ({ made: job?.result, of: file.sha256 }) },
  start: async (world, _, { what }) => ({ what, ...(await start(world)) }),
};

let api: SmallApi;
beforeAll(async () => {
  api = await openSmallApi({ operations, handlers });
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(() => {
  started = 0;
  refusal = null;
  isThere = false;
  slow = Promise.resolve();
});

let keys = 0;
const newKey = (): { 'idempotency-key': string } => ({ 'idempotency-key': `key ${(keys += 1)}` });
const atOnce = { prefer: 'respond-async' };

async function ask(path: string, headers: Record<string, string> = {}, body: unknown = {}, signal?: AbortSignal) {
  const response = await fetch(`${api.origin}/api${path}`, {
    method: 'POST',
    headers: {
      authorization: 'yes',
      ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body instanceof FormData ? body : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  const { status, headers: said } = response;
  return { status, said, body: (await response.json()) as Record<string, unknown> };
}

const db = () => api.world.database.kysely;

/** The one job there is that has not ended; made while somebody waits. */
async function running(): Promise<string> {
  for (;;) {
    const row = await db().selectFrom('job').select('id').where('status', '=', 'queued').executeTakeFirst();
    if (row) return row.id;
    await sleep(10);
  }
}

test('a request waits for its job and answers with what the job made', async () => {
  const answer = ask('/make');
  await updateJob(db(), await running(), { status: 'done', result: 'a film' });
  expect(await answer).toMatchObject({ status: 200, body: { made: 'a film' } });
});

test('what is there already is answered without a job', async () => {
  isThere = true;
  expect(await ask('/make')).toMatchObject({ status: 200, body: { made: 'before' } });
});

test.each(['respond-async', 'Respond-Async', 'handling=lenient, respond-async; wait=5'])(
  'with Prefer: %s the job is named at once',
  async (prefer) => {
    const { status, said, body } = await ask('/make', { prefer });
    const jobId = await running();
    expect([status, body]).toEqual([202, { jobId }]);
    expect(said.get('location')).toBe(`/api/jobs/${jobId}`);
    expect(said.get('preference-applied')).toBe('respond-async');
    await updateJob(db(), jobId, { status: 'cancelled' });
  },
);

test.each([
  ['failed', 'provider_moderated', 502],
  ['uncertain', 'submission_uncertain', 502],
] as const)('a job that ended %s is told with its own words and its id', async (status, code, answered) => {
  const answer = ask('/make');
  const jobId = await running();
  const facts = { provider: 'Fal', reason: 'a face', picture: '/api/media/med_1' };
  await updateJob(db(), jobId, { status, error: { code, message: 'x', facts } });
  const { status: seen, body } = await answer;
  expect(seen).toBe(answered);
  expect(body).toMatchObject({ code, details: { ...facts, jobId }, error: expect.stringContaining('Fal') });
  if (status === 'uncertain') await updateJob(db(), jobId, { status: 'cancelled' });
});

test('a client that goes away loses nothing: the job goes on', async () => {
  const leaving = new AbortController();
  const answer = ask('/make', {}, {}, leaving.signal).catch(() => 'gone');
  const jobId = await running();
  leaving.abort();
  expect(await answer).toBe('gone');
  expect((await getJob(db(), jobId))?.status).toBe('queued');
  await updateJob(db(), jobId, { status: 'cancelled' });
});

test('the same key brings the same result, made once', async () => {
  const key = newKey();
  const first = ask('/make', key, { prompt: 'a', seed: 1 });
  await updateJob(db(), await running(), { status: 'done', result: 'a film' });
  expect((await first).said.get('idempotency-replayed')).toBeNull();
  const again = await ask('/make', key, { seed: 1, prompt: 'a' });
  expect(again).toMatchObject({ status: 200, body: { made: 'a film' } });
  expect(again.said.get('idempotency-replayed')).toBe('true');
  expect((await ask('/make', { ...key, ...atOnce }, { seed: 1, prompt: 'a' })).status).toBe(202);
  expect(started).toBe(1);
});

test('twins at the same moment are one request', async () => {
  const key = newKey();
  let go = (): void => {};
  slow = new Promise((resolve) => {
    go = resolve;
  });
  const twins = Array.from({ length: 5 }, () => ask('/make', { ...key, ...atOnce }));
  await sleep(150);
  go();
  const answers = await Promise.all(twins);
  expect(new Set(answers.map(({ body }) => body['jobId'])).size).toBe(1);
  expect(answers.filter(({ said }) => said.get('idempotency-replayed') === 'true')).toHaveLength(4);
  expect(started).toBe(1);
  await updateJob(db(), await running(), { status: 'cancelled' });
});

test('an answer without a job is kept as it was given', async () => {
  isThere = true;
  const key = newKey();
  const first = await ask('/start/this', key);
  const again = await ask('/start/this', key);
  expect([again.status, again.body]).toEqual([first.status, first.body]);
  expect(first.status).toBe(202);
  expect(again.said.get('idempotency-replayed')).toBe('true');
  expect(started).toBe(1);
});

test('a key belongs to one address', async () => {
  isThere = true;
  const key = newKey();
  await ask('/start/this', key);
  expect((await ask('/start/that', key)).body).toMatchObject({ what: 'that' });
});

test.each([
  ['another body', { prompt: 'b' }, {}],
  ['another model', { prompt: 'a' }, { 'x-model-id': 'other' }],
])('the same key with %s is refused', async (_, body, headers) => {
  isThere = true;
  const key = newKey();
  await ask('/make', key, { prompt: 'a' });
  expect(await ask('/make', { ...key, ...headers }, body)).toMatchObject({
    status: 422,
    body: { code: 'idempotency_mismatch' },
  });
});

test('the same key with another provider key is the same request, and neither is kept', async () => {
  isThere = true;
  const key = newKey();
  await ask('/make', { ...key, 'x-api-key': 'sk-first-one' });
  expect((await ask('/make', { ...key, 'x-api-key': 'sk-second-one' })).status).toBe(200);
  expect(JSON.stringify(await db().selectFrom('idempotency').selectAll().execute())).not.toMatch(/sk-/);
});

test('another file under the same key is another request', async () => {
  const key = { ...newKey(), ...atOnce };
  const form = (text: string) => formOf({ field: 'file', bytes: Buffer.from(text), name: 'x' });
  const first = await ask('/make-from', key, form('one'));
  expect(await ask('/make-from', key, form('one'))).toMatchObject({ status: 202, body: first.body });
  expect((await ask('/make-from', key, form('two'))).status).toBe(422);
  await updateJob(db(), await running(), { status: 'cancelled' });
});

test('what was refused is not kept: the next try with the key is a first one', async () => {
  const key = newKey();
  refusal = new Problem('work_has_no_scenes');
  expect((await ask('/make', key)).status).toBe(409);
  refusal = null;
  isThere = true;
  const answer = await ask('/make', key);
  expect([answer.status, answer.said.get('idempotency-replayed')]).toEqual([200, null]);
});

test('a request whose process died in the middle is not made again by itself', async () => {
  const key = newKey();
  isThere = true;
  await ask('/make', key);
  await db()
    .updateTable('idempotency')
    .set({ status: null, created_at: new Date(Date.now() - 60_000) })
    .where('key', '=', key['idempotency-key'])
    .execute();
  expect(await ask('/make', key)).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect(started).toBe(1);
});

test('after a day a key is free again', async () => {
  const key = newKey();
  isThere = true;
  await ask('/make', key);
  const aDayAgo = new Date(Date.now() - 24 * 3_600_000 - 1000);
  await db()
    .updateTable('idempotency')
    .set({ created_at: aDayAgo })
    .where('key', '=', key['idempotency-key'])
    .execute();
  expect((await ask('/make', key, { prompt: 'other' })).said.get('idempotency-replayed')).toBeNull();
  expect(started).toBe(2);
});

test.each(['', 'x'.repeat(201), 'tab\there', 'über'])('the key %j is refused', async (key) => {
  expect((await ask('/make', { 'idempotency-key': key })).status).toBe(400);
});

test('who waits when the server closes is told that the job goes on', async () => {
  const answer = ask('/make');
  const jobId = await running();
  await api.close();
  const { status, said, body } = await answer;
  expect([status, body['code'], said.get('location')]).toEqual([503, 'interrupted', `/api/jobs/${jobId}`]);
});
