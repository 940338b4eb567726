import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FontFamily } from '#contract/font.ts';
import { fontFiles } from '#media/fonts.ts';
import { formOf, openTestServer, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
let project: string;
const { resolve } = createRequire(import.meta.url);

beforeAll(async () => {
  server = await openTestServer();
  const { json } = await server.ask('POST', '/projects', { body: { name: 'Letters' } });
  project = `/projects/${json.id}`;
});
afterAll(() => server[Symbol.asyncDispose]());

async function fonts(): Promise<readonly FontFamily[]> {
  const { status, json } = await server.ask('GET', `${project}/fonts`);
  expect(status).toBe(200);
  return FontFamily.array().parse(json);
}

test('every built-in family is offered with its weights, the house’s own face first', async () => {
  const families = await fonts();
  expect(families.map(({ family }) => family)).toEqual([...new Set(fontFiles.map(({ family }) => family))]);
  expect(families[0]).toMatchObject({ family: 'Instrument Sans', script: 'Latn' });
  expect(families[0]?.faces.map(({ weight }) => weight)).toEqual([400, 500, 600, 700]);
});

test('the file of a face is the one that exports draw with, to be kept for ever', async () => {
  const [first] = await fonts();
  const response = await server.raw('GET', (first?.faces[2]?.url ?? '').replace('/api', ''));
  expect(response.headers.get('content-type')).toBe('font/ttf');
  expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.equals(await readFile(fontFiles[2]?.path ?? ''))).toBe(true);
  const again = await server.raw('GET', (first?.faces[2]?.url ?? '').replace('/api', ''), {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

test('a font that nobody knows is not found', async () => {
  expect((await server.ask('GET', '/fonts/comic-sans-1.0.0-400')).status).toBe(404);
});

test('a font uploaded into the project comes last, under the name it has inside', async () => {
  const bytes = await readFile(resolve('@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2'));
  const form = formOf({ field: 'file', bytes, name: 'corporate.woff2' }, {});
  const { json: asset } = await server.ask('POST', `${project}/assets`, { form });
  const own = (await fonts()).at(-1);
  expect(own).toEqual({
    family: 'Geist Mono',
    script: null,
    assetId: asset.id,
    faces: [{ weight: 400, url: `/api${project}/assets/${asset.id}` }],
  });
  await server.ask('DELETE', `${project}/assets/${asset.id}`);
  expect((await fonts()).some(({ assetId }) => assetId !== undefined)).toBe(false);
});
