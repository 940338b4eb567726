import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createCanvas } from '@napi-rs/canvas';
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

test('a text is exported in a font of the project, and refused when that is gone', async () => {
  const letters = await readFile(resolve('@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2'));
  const form = formOf({ field: 'file', bytes: letters, name: 'corporate.woff2' }, {});
  const { json: font } = await server.ask('POST', `${project}/assets`, { form });
  const { json: work } = await server.ask('POST', `${project}/works`, {
    body: { name: 'Film', resolution: { width: 96, height: 128 } },
  });
  const place = `${project}/works/${work.id}`;
  const picture = createCanvas(96, 128).toBuffer('image/png');
  const image = formOf({ field: 'file', bytes: picture, name: 'black.png' }, {});
  const { json: asset } = await server.ask('POST', `${project}/assets`, { form: image });
  const stillIn = async (looks: object): Promise<Buffer> => {
    const editorState = {
      editorData: {
        videoTrack: [{ id: 'clip', start: 0, end: 1, assetId: asset.id }],
        textTrack: [{ id: 'text', start: 0, end: 1 }],
      },
      textOverlays: {
        text: { text: 'Harbour', fontSize: 20, fontColor: '#ffffff', centerX: 0, centerY: 0, ...looks },
      },
    };
    const saved = await server.ask('PUT', place, { body: { editorState } });
    expect(saved.status, saved.text).toBe(200);
    const response = await server.raw('GET', `${place}/frame?t=0`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.status, bytes.toString()).toBe(200);
    return bytes;
  };
  const house = await stillIn({});
  const own = await stillIn({ fontAssetId: font.id });
  expect(own.equals(house)).toBe(false);
  const { json: kept } = await server.ask('GET', place);
  expect(kept.editorState.textOverlays.text.fontAssetId).toBe(font.id);

  await server.ask('DELETE', `${project}/assets/${font.id}`);
  const refused = await server.ask('GET', `${place}/frame?t=0`);
  expect(refused.json).toMatchObject({ code: 'asset_missing', details: { assetId: font.id } });
});
