import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { operation } from '#contract/operation.ts';
import { inProject, json } from '#contract/operations/parts.ts';
import { Problem } from '#contract/problems.ts';
import { openSmallApi, type SmallApi } from '../../test/open-small-api.ts';
import { formOf } from '../../test/open-test-server.ts';
import type { Handlers } from './handlers/handler.ts';

const MAX_BYTES = 3_000_000;

const upload = {
  method: 'POST',
  access: 'projects:write',
  summary: 'Keep a file.',
  body: z.strictObject({ name: z.string().optional(), tags: z.union([z.string(), z.array(z.string())]).optional() }),
  upload: { field: 'file', maxBytes: MAX_BYTES },
  answer: json(z.unknown(), 201),
} as const;

const operations = {
  keep: operation({ ...upload, path: '/files' }),
  keepInProject: operation({ ...upload, path: '/projects/{projectId}/files', params: inProject }),
};

let handled = 0;
let refusal: Error | null = null;

const handlers: Handlers<typeof operations> = {
  keep: async (world, _, { file: { path, ...file }, ...fields }) => {
    handled += 1;
    if (refusal) throw refusal;
    if (fields.name === 'keep me') await world.files.place({ path, ...file });
    return { ...file, ...fields };
  },
  keepInProject: () => null,
};

let api: SmallApi;
beforeAll(async () => {
  api = await openSmallApi({ operations, handlers });
});
afterAll(() => api[Symbol.asyncDispose]());

afterEach(async () => {
  refusal = null;
  await nothingLeft();
});

/** A file that nobody took is removed after the answer is on its way. */
async function nothingLeft(): Promise<void> {
  await expect.poll(() => readdirSync(api.incoming)).toEqual([]);
}

const bytes = Buffer.from(Array.from({ length: 400_000 }, (_, index) => (index * 7919) % 251));
const sha256 = createHash('sha256').update(bytes).digest('hex');

async function send(body: FormData | string | undefined, type?: string, path = '/files') {
  const response = await fetch(`${api.origin}/api${path}`, {
    method: 'POST',
    headers: { authorization: 'yes', ...(type === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test.each(['file', 'video', 'data', 'anything'])('the only file is taken, also under the name %s', async (field) => {
  const answer = await send(formOf({ field, bytes, name: 'clip.mp4' }, { name: 'A clip' }));
  expect(answer).toEqual({
    status: 201,
    body: { name: 'A clip', sha256, sizeBytes: bytes.length, filename: 'clip.mp4' },
  });
});

test('text fields may come after the file, and more than once', async () => {
  const form = formOf({ field: 'file', bytes, name: 'clip.mp4' });
  for (const tag of ['one', 'two']) form.append('tags', tag);
  expect((await send(form)).body).toMatchObject({ sha256, tags: ['one', 'two'] });
});

test('a file of no bytes is a file', async () => {
  expect((await send(formOf({ field: 'file', bytes: new Uint8Array(), name: 'empty' }))).body).toMatchObject({
    sizeBytes: 0,
  });
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\film\\take.mov', 'take.mov'],
  ['Über den Dächern.mp4', 'Über den Dächern.mp4'],
])('a file called %s is known as %s', async (name, known) => {
  expect((await send(formOf({ field: 'file', bytes, name }))).body).toMatchObject({ filename: known });
});

test('a file that a verb keeps stays, whatever becomes of the request', async () => {
  await send(formOf({ field: 'file', bytes, name: 'x' }, { name: 'keep me' }));
  expect(await api.world.files.has(sha256)).toBe(true);
});

test('a verb that refuses leaves nothing on the disk', async () => {
  refusal = new Problem('media_unreadable', { name: 'x', reason: 'it is no film' });
  expect((await send(formOf({ field: 'file', bytes, name: 'x' }))).status).toBe(415);
});

const head = '--cut\r\ncontent-disposition: form-data; name="file"; filename="x.mp4"\r\n\r\n';

test.each([
  ['no body', undefined, undefined, 400, 'no_file'],
  ['an empty form', '--cut--\r\n', 'multipart/form-data; boundary=cut', 400, 'no_file'],
  [
    'a form of text',
    '--cut\r\ncontent-disposition: form-data; name="name"\r\n\r\nx\r\n--cut--\r\n',
    'multipart/form-data; boundary=cut',
    400,
    'no_file',
  ],
  ['a form without a boundary', `${head}abc\r\n--cut--\r\n`, 'multipart/form-data', 400, 'malformed_form'],
  [
    'a form with another boundary',
    `${head}abc\r\n--cut--\r\n`,
    'multipart/form-data; boundary=other',
    400,
    'malformed_form',
  ],
  ['a form that ends in the file', `${head}abc`, 'multipart/form-data; boundary=cut', 400, 'malformed_form'],
  [
    'a form that ends in a header',
    '--cut\r\ncontent-dispo',
    'multipart/form-data; boundary=cut',
    400,
    'malformed_form',
  ],
  ['JSON', '{"file":"x"}', 'application/json', 415, 'unsupported_media'],
  ['plain bytes', 'abc', 'video/mp4', 415, 'unsupported_media'],
  ['two files', `${head}abc\r\n${head}def\r\n--cut--\r\n`, 'multipart/form-data; boundary=cut', 400, 'invalid_input'],
  [
    'three files',
    `${head}abc\r\n${head}def\r\n${head}ghi\r\n--cut--\r\n`,
    'multipart/form-data; boundary=cut',
    400,
    'invalid_input',
  ],
  [
    'a field nobody knows',
    `--cut\r\ncontent-disposition: form-data; name="nmae"\r\n\r\nx\r\n${head}abc\r\n--cut--\r\n`,
    'multipart/form-data; boundary=cut',
    400,
    'invalid_input',
  ],
  [
    'a field called __proto__',
    `--cut\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n${head}abc\r\n--cut--\r\n`,
    'multipart/form-data; boundary=cut',
    400,
    'malformed_form',
  ],
  [
    'a field with a NUL',
    `--cut\r\ncontent-disposition: form-data; name="name"\r\n\r\n\u0000\r\n${head}abc\r\n--cut--\r\n`,
    'multipart/form-data; boundary=cut',
    400,
    'invalid_input',
  ],
  [
    'a text as long as a book',
    `--cut\r\ncontent-disposition: form-data; name="name"\r\n\r\n${'x'.repeat(300_000)}\r\n${head}abc\r\n--cut--\r\n`,
    'multipart/form-data; boundary=cut',
    400,
    'invalid_input',
  ],
])('%s is refused as JSON', async (_, body, type, status, code) => {
  const before = handled;
  const answer = await send(body === undefined ? undefined : String(body), type);
  expect(answer).toMatchObject({ status, body: { code, error: expect.any(String) } });
  expect(handled).toBe(before);
});

test('no file is said in the documented words', async () => {
  expect((await send(undefined)).body).toEqual({ error: 'No file uploaded', code: 'no_file' });
});

test('a file past the limit is refused in words a person uses, also when its size was not announced', async () => {
  const tooMany = new Uint8Array(MAX_BYTES + 1);
  const refused = { status: 413, body: { code: 'too_large', error: 'The file is too large: at most 3 MB.' } };
  expect(await send(formOf({ field: 'file', bytes: tooMany, name: 'x' }))).toMatchObject(refused);
  expect(await send(formOf({ field: 'file', bytes: new Uint8Array(9_000_000), name: 'x' }))).toMatchObject(refused);
});

test('a project that is not there, and a stranger, are answered before the file is read', async () => {
  const announced = 'content-type: multipart/form-data; boundary=cut\r\ncontent-length: 2000000000\r\n';
  expect(await firstLine(`POST /api/files HTTP/1.1\r\nhost: x\r\n${announced}\r\n`)).toContain('401');
  const missing = 'POST /api/projects/proj_0/files HTTP/1.1\r\nhost: x\r\nauthorization: yes\r\n';
  expect(await firstLine(`${missing}${announced}\r\n`)).toContain('404');
});

test('a client that goes away in the middle leaves nothing', async () => {
  const before = handled;
  const socket = connect(Number(new URL(api.origin).port), '127.0.0.1');
  socket.write(
    `POST /api/files HTTP/1.1\r\nhost: x\r\nauthorization: yes\r\ncontent-type: multipart/form-data; boundary=cut\r\ncontent-length: 1000000\r\n\r\n${head}`,
  );
  socket.write(bytes);
  await expect.poll(() => readdirSync(api.incoming)).toHaveLength(1);
  socket.destroy();
  await nothingLeft();
  expect(handled).toBe(before);
});

function firstLine(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(api.origin).port), '127.0.0.1');
    socket.once('error', reject);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().split('\r\n')[0] ?? '');
    });
    socket.write(request);
  });
}

test.each([
  ['words that are no method', 'FETCH / HTTP/1.1\r\nhost: x\r\n\r\n', 400],
  ['a header without a colon', 'GET /api/files HTTP/1.1\r\nhost: x\r\nnonsense\r\n\r\n', 400],
  [
    'two lengths',
    'POST /api/files HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n',
    400,
  ],
  ['headers as long as a book', `GET /api/files HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['no host', 'GET /api/files HTTP/1.1\r\n\r\n', 400],
  [
    'an expectation nobody knows',
    'POST /api/files HTTP/1.1\r\nhost: x\r\nexpect: 200-ok\r\ncontent-length: 0\r\n\r\n',
    401,
  ],
])('%s is answered as JSON', async (_, request, status) => {
  const answer = await wholeAnswer(request);
  expect(answer.split('\r\n')[0]).toContain(`HTTP/1.1 ${status} `);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
    code: expect.any(String),
    error: expect.any(String),
  });
});

function wholeAnswer(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(api.origin).port), '127.0.0.1');
    let answer = '';
    socket.once('error', reject);
    socket.on('data', (data) => {
      answer += data.toString();
      if (/\r\n\r\n\{.*\}$/s.test(answer)) {
        socket.destroy();
        resolve(answer);
      }
    });
    socket.write(request);
  });
}
