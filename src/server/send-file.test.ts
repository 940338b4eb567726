import { createHash } from 'node:crypto';
import { readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { operation } from '#contract/operation.ts';
import { json, page } from '#contract/operations/parts.ts';
import { Problem } from '#contract/problems.ts';
import { openSmallApi, type SmallApi } from '../../test/open-small-api.ts';
import type { Handlers } from './handlers/handler.ts';

const operations = {
  getFilm: operation({
    method: 'GET',
    path: '/film',
    access: 'works:read',
    summary: 'Get a film.',
    answer: { kind: 'file', mime: 'video/*' },
  }),
  getThing: operation({
    method: 'GET',
    path: '/thing',
    access: 'works:read',
    summary: 'Get a thing.',
    query: page,
    answer: json(z.unknown()),
    versioned: true,
  }),
  putThing: operation({
    method: 'PUT',
    path: '/thing',
    access: 'works:write',
    summary: 'Change a thing.',
    body: z.looseObject({}),
    answer: json(z.unknown()),
    versioned: true,
  }),
};

const film = Buffer.from(Array.from({ length: 1_300_001 }, (_, index) => (index * 7919) % 251));
const nameOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const etag = `"${nameOf(film)}"`;
let shown = { bytes: film, mime: 'video/mp4', filename: 'film.mp4' };
let path = '';

const handlers: Handlers<typeof operations> = {
  getFilm: () => ({
    path,
    mime: shown.mime,
    filename: shown.filename,
    sizeBytes: shown.bytes.length,
    etag: nameOf(shown.bytes),
  }),
  getThing: (_, __, ___, call) => {
    call.revision(7);
    call.nextCursor('a/b=');
    return {};
  },
  putThing: (_, __, ___, call) => {
    if (call.ifRevision !== null && call.ifRevision !== 7) throw new Problem('stale');
    call.revision(8);
    return {};
  },
};

let api: SmallApi;
beforeAll(async () => {
  api = await openSmallApi({ operations, handlers });
  path = join(api.directory, 'film.mp4');
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(() => show({ bytes: film, mime: 'video/mp4', filename: 'film.mp4' }));

function show(next: typeof shown): void {
  shown = next;
  writeFileSync(path, next.bytes);
}

async function ask(method: string, address: string, headers: Record<string, string> = {}, body?: string) {
  const response = await fetch(`${api.origin}/api${address}`, {
    method,
    headers: { authorization: 'yes', 'accept-encoding': 'identity', ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

test('a file comes whole, by its own type and name, and cannot act in the page', async () => {
  const { status, headers, bytes } = await ask('GET', '/film');
  expect(status).toBe(200);
  expect(bytes.equals(film)).toBe(true);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'video/mp4',
    'content-length': String(film.length),
    'content-disposition': 'inline; filename="film.mp4"',
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    etag,
  });
});

const last = film.length - 1;

test.each([
  ['bytes=0-99', 0, 99],
  ['bytes=100-', 100, last],
  ['bytes=-1', last, last],
  [`bytes=-${film.length * 2}`, 0, last],
  [`bytes=5-${film.length * 2}`, 5, last],
  [`bytes=${last}-${last}`, last, last],
  ['Bytes=1-1', 1, 1],
])('the part %s comes alone', async (range, start, end) => {
  const { status, headers, bytes } = await ask('GET', '/film', { range });
  expect(status).toBe(206);
  expect(headers.get('content-range')).toBe(`bytes ${start}-${end}/${film.length}`);
  expect(bytes.equals(film.subarray(start, end + 1))).toBe(true);
});

test.each(['bytes=5-4', 'bytes=a-b', 'bytes=-', 'bytes=0-1,3-4', 'seconds=1-2', 'bytes=', '0-5', 'bytes=1-2-3'])(
  'where %s makes no sense the whole file comes',
  async (range) => {
    const { status, headers, bytes } = await ask('GET', '/film', { range });
    expect(status).toBe(200);
    expect(headers.get('content-range')).toBeNull();
    expect(bytes.length).toBe(film.length);
  },
);

test.each([`bytes=${film.length}-`, 'bytes=-0', 'bytes=99999999999999999999-'])(
  'beyond the end (%s) there is nothing, and the length is said',
  async (range) => {
    const { status, headers, bytes } = await ask('GET', '/film', { range });
    expect(status).toBe(416);
    expect(headers.get('content-range')).toBe(`bytes */${film.length}`);
    expect(JSON.parse(bytes.toString())).toMatchObject({ code: 'range_not_satisfiable' });
  },
);

test('a part of a file that was replaced meanwhile is not mixed with the old one', async () => {
  const range = 'bytes=10-19';
  expect((await ask('GET', '/film', { range, 'if-range': etag })).status).toBe(206);
  expect((await ask('GET', '/film', { range, 'if-range': '"another"' })).status).toBe(200);
  expect((await ask('GET', '/film', { range, 'if-range': `W/${etag}` })).status).toBe(200);
});

test('who has the file already is told so, and a replaced one is seen at once by its own type', async () => {
  for (const tags of [etag, `"x", ${etag}`, `W/${etag}`, '*']) {
    const same = await ask('GET', '/film', { 'if-none-match': tags, range: 'bytes=0-1' });
    expect([same.status, same.bytes.length, same.headers.get('etag')]).toEqual([304, 0, etag]);
  }
  show({ bytes: Buffer.from('a picture'), mime: 'image/jpeg', filename: 'film.jpg' });
  const next = await ask('GET', '/film', { 'if-none-match': etag });
  expect([next.status, next.headers.get('content-type'), next.bytes.toString()]).toEqual([
    200,
    'image/jpeg',
    'a picture',
  ]);
});

test('HEAD says what GET would, without the bytes', async () => {
  const { status, headers, bytes } = await ask('HEAD', '/film', { range: 'bytes=0-9' });
  expect([status, bytes.length, headers.get('content-length')]).toEqual([200, 0, String(film.length)]);
  expect((await ask('HEAD', '/thing')).headers.get('etag')).toBe('"7"');
});

test('an empty file is a file', async () => {
  show({ ...shown, bytes: Buffer.alloc(0) });
  const { status, headers } = await ask('GET', '/film');
  expect([status, headers.get('content-length')]).toEqual([200, '0']);
  expect((await ask('GET', '/film', { range: 'bytes=0-' })).status).toBe(416);
});

test.each([
  ['Über "alles".mp4', `inline; filename="_ber 'alles'.mp4"; filename*=UTF-8''%C3%9Cber%20%22alles%22.mp4`],
  ['a\r\nset-cookie: x', `inline; filename="a__set-cookie: x"`],
  ["50% (it's).mp4", `inline; filename="50_ (it's).mp4"; filename*=UTF-8''50%25%20%28it%27s%29.mp4`],
  ['电影.mp4', `inline; filename="__.mp4"; filename*=UTF-8''%E7%94%B5%E5%BD%B1.mp4`],
])('the name %j reaches the client', async (filename, disposition) => {
  show({ ...shown, filename });
  expect((await ask('GET', '/film')).headers.get('content-disposition')).toBe(disposition);
});

test('a file that is gone from the disk is a 404 with JSON', async () => {
  rmSync(path);
  for (const method of ['GET', 'HEAD']) expect((await ask(method, '/film')).status).toBe(404);
  const { headers, bytes } = await ask('GET', '/film');
  expect(headers.get('content-type')).toContain('application/json');
  expect(JSON.parse(bytes.toString())).toMatchObject({ code: 'media_missing' });
});

test.skipIf(process.platform !== 'linux')('a client that goes away in the middle leaves no file open', async () => {
  show({ ...shown, bytes: Buffer.alloc(30_000_000, 1) });
  const sockets = Array.from({ length: 5 }, () => {
    const socket = connect(Number(new URL(api.origin).port), '127.0.0.1');
    socket.write('GET /api/film HTTP/1.1\r\nhost: x\r\nauthorization: yes\r\n\r\n');
    return socket;
  });
  await Promise.all(sockets.map((socket) => new Promise((started) => socket.once('data', started))));
  for (const socket of sockets) socket.pause();
  expect(openFiles()).toBeGreaterThan(0);
  for (const socket of sockets) socket.destroy();
  await expect.poll(openFiles).toBe(0);
});

function openFiles(): number {
  const links = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  return links.filter((link) => link === path).length;
}

test('a version travels as an ETag, and who has it already gets nothing', async () => {
  const { headers } = await ask('GET', '/thing');
  expect([headers.get('etag'), headers.get('cache-control')]).toEqual(['"7"', 'private, no-cache']);
  expect((await ask('GET', '/thing', { 'if-none-match': '"7"' })).status).toBe(304);
  expect((await ask('GET', '/thing', { 'if-none-match': '"6"' })).status).toBe(200);
  expect((await ask('PUT', '/thing', { 'content-type': 'application/json' }, '{}')).headers.get('etag')).toBe('"8"');
});

test.each([
  ['"7"', 200],
  ['*', 200],
  ['"3", "7"', 200],
  ['"6"', 412],
  ['W/"7"', 412],
  ['"nonsense"', 412],
  ['"a,b"', 412],
  ['7', 400],
  ['"7', 400],
  ['', 400],
])('a change with If-Match %s is answered %i', async (tag, status) => {
  const headers = { 'content-type': 'application/json', 'if-match': tag };
  expect((await ask('PUT', '/thing', headers, '{}')).status).toBe(status);
});

test('the next page of a list is one link away', async () => {
  const { headers } = await ask('GET', '/thing?limit=5');
  expect(headers.get('x-next-cursor')).toBe('a/b=');
  expect(headers.get('link')).toBe('</api/thing?limit=5&cursor=a%2Fb%3D>; rel="next"');
});
