import fastify, { type FastifyInstance } from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '#contract/problems.ts';
import { serveWebApp } from './serve-web-app.ts';

let server: FastifyInstance;
const place = mkdtempSync(join(tmpdir(), 'scenewright-web-'));

beforeAll(() => {
  const webRoot = join(place, 'web');
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  writeFileSync(join(place, 'secret.txt'), 'not for anybody');
  writeFileSync(join(webRoot, 'index.html'), '<title>Scenewright</title>');
  writeFileSync(join(webRoot, 'assets/main-abc.js'), 'plain');
  writeFileSync(join(webRoot, 'assets/titles-worker-B_c-1.js'), 'draws');
  writeFileSync(join(webRoot, 'assets/main-abc.js.gz'), gzipSync('packed'));
  server = fastify();
  server.setErrorHandler((error, _, reply) => {
    const status = error instanceof Problem ? error.status : 500;
    return reply.code(status).send({ code: error instanceof Problem ? error.code : 'internal' });
  });
  serveWebApp(server, webRoot);
});
afterAll(async () => {
  await server.close();
  rmSync(place, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ method: 'GET', url, headers });

test('the page of the app is at every address that the app may know, and is always asked for anew', async () => {
  for (const url of ['/', '/projects', '/p/proj_1/w/work_1/generate?scene=3']) {
    const { statusCode, body, headers } = await get(url);
    expect([url, statusCode, body]).toEqual([url, 200, '<title>Scenewright</title>']);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  }
});

test('its files are kept for ever, because their names change with their bytes, and come packed to who can unpack', async () => {
  const plain = await get('/assets/main-abc.js');
  expect([plain.body, plain.headers['cache-control']]).toEqual(['plain', 'public, max-age=31536000, immutable']);
  const packed = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip' });
  expect([packed.headers['content-encoding'], packed.headers['content-type']]).toEqual([
    'gzip',
    'application/javascript; charset=utf-8',
  ]);
});

test('a worker may run WebAssembly and load what is here; no page and no other script may', async () => {
  const policyOf = async (url: string) => (await get(url)).headers['content-security-policy'];
  expect(await policyOf('/assets/titles-worker-B_c-1.js')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  );
  expect(String(await policyOf('/assets/main-abc.js'))).not.toContain('wasm');
  expect(String(await policyOf('/'))).not.toContain('wasm');
});

test('a file that is not there, the API, and what lies outside are not answered with the page', async () => {
  for (const url of ['/assets/gone.js', '/api/nothing', '/api', '/..%2fsecret.txt', '/%2e%2e/secret.txt']) {
    const { statusCode, body } = await get(url);
    expect([url, statusCode]).toEqual([url, 404]);
    expect(body).not.toContain('not for anybody');
  }
});
