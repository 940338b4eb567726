import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EditorState } from '#contract/editor-state.ts';
import { getWork } from '#store/works.ts';
import { editorContext } from '#studio/works/editor-context.ts';
import { newEmbeddedPlace, type Place } from '../../test/engines.ts';
import { makerOf } from '../../test/made-over-http.ts';
import { openTestServer, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
const { ask, aProject, aWork, anAsset } = makerOf(() => server);

const incomingOf = (place: Place): string => join(place.directory, 'files', 'incoming');

beforeAll(async () => {
  const place = await newEmbeddedPlace();
  await mkdir(incomingOf(place), { recursive: true });
  await writeFile(join(incomingOf(place), 'half-an-upload'), 'of a process that was killed');
  server = await openTestServer(place, 'api');
});
afterAll(() => server[Symbol.asyncDispose]());

const fields = (count: number, value: unknown): object =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [`f${place}`, value]));
const aPicture = { assetId: 'asset_none', width: 1, height: 1, centerX: 0, centerY: 0, opacity: 1, rotation: 0 };

test('what a killed process left of its uploads is gone once the next one has started', async () => {
  expect(await readdir(incomingOf(server.place))).toEqual([]);
});

test('however many pictures an edit names, they are looked for with one question', async () => {
  const project = await aProject();
  const work = await aWork({}, project);
  const assetId = await anAsset(project.id, 'a picture');
  const overlays = Object.entries(fields(500, aPicture)).map(([id, overlay], place) => [
    id,
    { ...overlay, assetId: place === 0 ? assetId : place === 1 ? '../etc' : `asset_${place}` },
  ]);
  const state = EditorState.parse({ imageOverlays: Object.fromEntries(overlays) });
  const { database } = server.world;
  const row = await getWork(database.kysely, work.id);
  if (row === null) throw new Error('there is a work');
  let questions = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      questions++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const counted = database.kysely.withPlugin(counting);
  const context = await editorContext(counted as typeof database.kysely, row, [], state);
  expect(questions).toBe(2); // what the scenes show, and the assets
  expect(context.mediaOfAsset(assetId)).toMatchObject({ assetId });
  expect([context.mediaOfAsset('asset_2'), context.mediaOfAsset('../etc')]).toEqual([null, null]);
});

test.each([
  ['pictures', { imageOverlays: fields(501, aPicture) }, /imageOverlays: at most 500 overlays/],
  ['fields of an object', { own: fields(1001, 1) }, /more than 1000 fields/],
  ['values', { own: Array.from({ length: 100_001 }, () => 1) }, /more than 100000 values/],
  ['things on a track', { editorData: { videoTrack: Array.from({ length: 501 }, () => ({})) } }, /videoTrack: Too big/],
])('an edit of too many %s is refused', async (_, editorState, reason) => {
  const work = await aWork();
  const { status, json } = await ask('PUT', work.path, { body: { editorState } });
  expect([status, json.code]).toEqual([400, 'invalid_input']);
  expect(json.error).toMatch(reason);
});

test('what a client keeps of its own in an edit is bounded over all its changes', async () => {
  const work = await aWork();
  const keep = (name: string) => ask('PUT', work.path, { body: { editorState: { [name]: 'x'.repeat(200_000) } } });
  expect((await keep('mine')).status).toBe(200);
  const { status, json } = await keep('more');
  expect([status, json.error]).toEqual([400, expect.stringMatching(/editorState: .* more than 256 kB/)]);
  expect((await ask('PUT', work.path, { body: { editorState: { mine: null } } })).status).toBe(200);
  expect((await keep('more')).status).toBe(200);
});

test('of many names that mean nothing, five are said', async () => {
  const { status, json } = await ask('POST', '/projects', { body: fields(700, 1) });
  expect(status).toBe(400);
  expect(json.error).toContain('Unrecognized keys: "f0", "f1", "f2", "f3", "f4" and 695 more');
  expect(json.error).not.toContain('f5');
});

test('a body of more than 1 MB is refused, where a whole film is said one of more than 2 MB', async () => {
  const work = await aWork();
  const tooLarge = [413, 'The request is too large: at most 1 MB.'];
  const more = await ask('POST', '/projects', { body: { name: 'x'.repeat(1024 ** 2) } });
  expect([more.status, more.json.error]).toEqual(tooLarge);
  const script = (characters: number) => ({ productName: 'x'.repeat(characters) });
  expect((await ask('PUT', work.path, { body: script(1024 ** 2) })).status).toBe(400);
  expect((await ask('PUT', work.path, { body: script(2 * 1024 ** 2) })).status).toBe(413);
});
