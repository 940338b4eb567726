import { crc32, deflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { ProviderError } from '#providers/provider.ts';
import { listTakes } from '#store/takes.ts';
import { ensurePicture } from '#studio/scenes/ensure-scene.ts';
import { tiny } from '../../test/api/tiny-media.ts';
import { formOf, openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { aWrittenScene, someVendors } from '../../test/vendors.ts';

const vendors = someVendors();
const written = vendors.written;
const log: string[] = [];
const SECRET = 'sk-engines-very-secret-0123456789';
const SECRET_OF_CLIPS = 'sk-engines-also-secret-9876543210';

let server: TestServer;
beforeAll(async () => {
  const parts = { providers: vendors.providers, log: (line: object) => log.push(JSON.stringify(line)) };
  server = await openTestServer(undefined, 'all', {}, parts);
});
afterAll(() => server[Symbol.asyncDispose]());
afterEach(() => {
  vendors.before.image = vendors.before.video = () => undefined;
  vendors.written = written;
});

async function aProject() {
  return `/projects/${(await server.ask('POST', '/projects', { body: {} })).json.id}`;
}

/** A work with two scenes that nobody had to write. */
async function aWork(fields: object = {}, project?: string) {
  const path = `${project ?? (await aProject())}/works`;
  const body = { resolution: { width: 64, height: 64 }, ...fields };
  const at = `${path}/${(await server.ask('POST', path, { body })).json.id}`;
  const scenes = [
    { image_prompt: 'one', duration_seconds: 1 },
    { image_prompt: 'two', duration_seconds: 1 },
  ];
  return { at, scenes: (await server.ask('PUT', `${at}/scenes`, { body: { scenes } })).json?.scenes };
}

const post = (path: string, headers: Record<string, string> = {}, body?: object) =>
  server.ask('POST', path, { headers, ...(body ? { body } : {}) });

/** A picture of one colour, as small as a PNG can be said to be one. */
function aPng(red: number): Uint8Array {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [size, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, crc]);
  };
  const header = Buffer.from([0, 0, 0, 64, 0, 0, 0, 64, 8, 2, 0, 0, 0]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(192, red)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 64 }, () => row)));
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

async function anAsset(project: string, name: string, red: number) {
  const bytes = aPng(red);
  const form = formOf(
    { field: 'file', bytes, name: `${name}.png`, type: 'image/png' },
    { name, description: `a ${name}` },
  );
  const { status, json } = await server.ask('POST', `${project}/assets`, { form });
  expect(status).toBe(201);
  return { id: json.id as string, bytes: Buffer.from(bytes) };
}

/** Every row of every table of ours and of the queue, as text. */
async function dump(): Promise<string> {
  const { kysely } = server.world.database;
  const tables = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`.execute(kysely);
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const found = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(kysely);
    texts.push(...found.rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

test('each half is made by the engine and the model the headers name, with its own key', async () => {
  const { at } = await aWork();
  const headers = {
    'x-image-provider': 'vendor',
    'x-image-api-key': SECRET,
    'x-model-id': 'reel-1', // a video model of the rival's: it decides the provider of the clip, and is none for pictures
    'x-video-api-key': '',
    'x-api-key': SECRET_OF_CLIPS,
  };
  expect(await post(`${at}/generate/scene/0`, headers)).toMatchObject({ status: 200 });
  expect(vendors.images.at(-1)).toMatchObject({ provider: 'vendor', model: 'painter-1', apiKey: SECRET });
  expect(vendors.videos.at(-1)).toMatchObject({ provider: 'rival', model: 'reel-1', apiKey: SECRET_OF_CLIPS });
  const takes = (await server.ask('GET', `${at}/scenes/0/takes`)).json;
  expect(takes).toMatchObject([
    { provider: 'rival', model: 'reel-1' },
    { provider: 'vendor', model: 'painter-1' },
  ]);

  const retired = { 'x-image-provider': 'vendor', 'x-image-model-id': 'painter-0', 'x-api-key': SECRET };
  expect(await post(`${at}/generate/scene/1/image`, retired)).toMatchObject({ status: 200 });
  expect(vendors.images.at(-1)).toMatchObject({ provider: 'vendor', model: 'painter-0' });
  const scenario = { 'x-llm-provider': 'vendor', 'x-model-id': 'writer-from-tomorrow', 'x-api-key': SECRET };
  expect(await post(`${at}/scenario`, scenario)).toMatchObject({ status: 200 });
  expect(vendors.scenarios.at(-1)).toMatchObject({ provider: 'vendor', model: 'writer-from-tomorrow', apiKey: SECRET });
});

test('an engine that cannot be asked is refused before anything is started', async () => {
  const { at } = await aWork();
  const refusals = [
    [`${at}/scenario`, { 'x-llm-provider': 'nobody' }, 'unknown_provider'],
    [`${at}/scenario`, { 'x-llm-provider': 'vendor' }, 'provider_key_missing'],
    [`${at}/generate/images`, { 'x-image-provider': 'vendor', 'x-api-key': ' ' }, 'provider_key_missing'],
    [`${at}/generate/scene/0`, { 'x-video-provider': 'vendor' }, 'provider_key_missing'],
    [`${at}/generate/scene/0/image`, { 'x-image-provider': 'local', 'x-model-id': 'none' }, 'unknown_model'],
    [`${at}/generate/scene/0/video`, { 'x-video-provider': 'nobody' }, 'unknown_provider'],
    [`${at}/generate/videos`, { 'x-video-provider': 'nobody' }, 'unknown_provider'],
  ] as const;
  for (const [path, headers, code] of refusals) {
    expect(await post(path, headers), path).toMatchObject({ status: 400, json: { code } });
  }
  expect(await post(`${at}/scenes/0/approve`, { 'x-video-provider': 'nobody' }, { animate: true })).toMatchObject({
    status: 400,
  });
  expect((await server.ask('GET', `/jobs?workId=${at.split('/').at(-1)}`)).json).toEqual([]);
});

test('a key is sealed while it is needed, wiped when it is not, and never told by anyone', async () => {
  const { at } = await aWork();
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  vendors.before.image = async () => {
    reach();
    await released;
  };
  vendors.before.video = (context) => {
    throw new ProviderError('invalid_key', 'vendor', `Incorrect API key provided: ${context.apiKey}`);
  };
  const headers = { 'x-image-provider': 'vendor', 'x-video-provider': 'vendor', 'x-image-api-key': SECRET };
  const scene = post(`${at}/generate/scene/0`, { ...headers, 'x-api-key': SECRET_OF_CLIPS });
  await reached;
  const { kysely } = server.world.database;
  const sealed = () =>
    Promise.all(
      (['generation', 'job'] as const).map(async (table) => {
        const rows = await kysely.selectFrom(table).select('sealed_key').where('sealed_key', 'is not', null).execute();
        return rows.length;
      }),
    );
  expect(await sealed()).toEqual([1, 1]);
  const during = await dump();
  release();
  const answer = await scene;
  expect(answer).toMatchObject({ status: 502, json: { code: 'provider_invalid_key' } });
  expect(await sealed()).toEqual([0, 0]);

  vendors.before.video = () => {
    throw new ProviderError('permanent', 'vendor', `it broke for ${SECRET_OF_CLIPS}`);
  };
  const broken = await post(`${at}/generate/scene/0/video`, { ...headers, 'x-api-key': SECRET_OF_CLIPS });
  expect(broken.json).toMatchObject({
    code: 'provider_permanent',
    error: expect.stringContaining('it broke for (key)'),
  });
  const everything = [during, await dump(), ...log, answer.text, broken.text].join('\n');
  expect(everything).toContain('it broke for');
  for (const secret of [SECRET, SECRET_OF_CLIPS]) expect(everything).not.toContain(secret);
});

test('in direct mode the assets are the pictures, one scene each, and nothing is painted', async () => {
  const project = await aProject();
  const assets = [await anAsset(project, 'lamp', 40), await anAsset(project, 'shade', 200)];
  const path = `${project}/works`;
  const selectedAssetIds = assets.map(({ id }) => id);
  const body = { selectedAssetIds, assetUsageMode: 'direct', sceneCount: 5, resolution: { width: 64, height: 64 } };
  const at = `${path}/${(await server.ask('POST', path, { body })).json.id}`;
  const headers = { 'x-llm-provider': 'vendor', 'x-video-provider': 'vendor', 'x-api-key': SECRET };
  const told = vendors.scenarios.length;
  for (const count of [3, 1]) {
    vendors.written = () => Array.from({ length: count }, (_, index) => aWrittenScene(index));
    const scenario = await post(`${at}/scenario`, headers);
    expect(scenario.json.scenes).toHaveLength(2);
  }
  expect(vendors.scenarios[told]?.request).toMatchObject({
    intent: { sceneCount: 2 },
    assetUsageMode: 'direct',
    assets: [{ name: 'lamp', description: 'a lamp' }, { name: 'shade' }],
  });

  // The pictures are there with the scenes, so that they can be approved, and the clips made, at once.
  const work = (await server.ask('GET', at)).json;
  expect(work.sceneCount).toBe(2);
  expect(work.generatedScenes.map(({ status }: { status: string }) => status)).toEqual(['image_ready', 'image_ready']);
  expect(await post(`${at}/scenes/1/approve`, {}, {})).toMatchObject({ status: 200 });
  const { jobs } = (await post(`${at}/generate/videos`, headers)).json;
  expect(jobs).toEqual([{ jobId: expect.any(String) }]);

  const painted = vendors.images.length;
  const later = { ...headers, prefer: 'respond-async' };
  expect(await post(`${at}/generate/scene/1/image`, later)).toMatchObject({
    status: 200,
    json: { imageUrl: `/api${at}/media/scene/1/image` },
  });
  const bytes = async (index: number) =>
    Buffer.from(await (await server.raw('GET', `${at}/media/scene/${index}/image`)).arrayBuffer());
  expect((await bytes(1)).equals(assets[1]?.bytes ?? Buffer.of())).toBe(true);
  expect(await post(`${at}/generate/images`, headers)).toMatchObject({ status: 202, json: { jobs: [] } });
  expect((await bytes(0)).equals(assets[0]?.bytes ?? Buffer.of())).toBe(true);
  expect(await post(`${at}/generate/scene/0`, headers)).toMatchObject({ status: 200 });
  expect(vendors.videos.at(-1)?.request).toMatchObject({ references: [], image: { mime: 'image/png' } });
  expect(vendors.images).toHaveLength(painted);

  // A scene that is moved keeps its picture, and there can be no more scenes than pictures.
  const { scenes } = (await server.ask('GET', at)).json;
  const swapped = { scenes: scenes.toReversed().map(({ id }: { id: string }) => ({ id })) };
  expect(await server.ask('PUT', `${at}/scenes`, { body: swapped })).toMatchObject({ status: 200 });
  await post(`${at}/generate/scene/0/image`, headers);
  expect((await bytes(0)).equals(assets[1]?.bytes ?? Buffer.of())).toBe(true);
  const takes = (await server.ask('GET', `${at}/scenes/0/takes`)).json;
  expect(takes.filter(({ kind }: { kind: string }) => kind === 'image')).toHaveLength(1);
  const three = { scenes: [...scenes.map(({ id }: { id: string }) => ({ id })), {}] };
  expect(await server.ask('PUT', `${at}/scenes`, { body: three })).toMatchObject({
    status: 409,
    json: { code: 'conflict' },
  });
});

test('in direct mode an asset that is no picture is refused by name, wherever the two come together', async () => {
  const project = await aProject();
  const form = formOf({ field: 'file', bytes: tiny.mp4, name: 'clip.mp4' });
  const { id } = (await server.ask('POST', `${project}/assets`, { form })).json;
  const refused = { status: 400, json: { code: 'invalid_input', error: expect.stringContaining(id) } };
  const both = { selectedAssetIds: [id], assetUsageMode: 'direct' };
  expect(await server.ask('POST', `${project}/works`, { body: both })).toMatchObject(refused);
  const { at } = await aWork({ selectedAssetIds: [id], assetUsageMode: 'reference' }, project);
  expect(await server.ask('PUT', at, { body: { assetUsageMode: 'direct' } })).toMatchObject(refused);
  const other = await aWork({ assetUsageMode: 'direct' }, project);
  expect(await server.ask('PUT', other.at, { body: { selectedAssetIds: [id] } })).toMatchObject(refused);

  // As an older version may have left it.
  const { kysely } = server.world.database;
  const workId = at.split('/').at(-1) ?? '';
  await kysely.updateTable('work').set({ asset_usage_mode: 'direct' }).where('id', '=', workId).execute();
  expect(await post(`${at}/scenario`)).toMatchObject(refused);
});

test('a scene that was written by hand in direct mode has its picture as soon as it is approved', async () => {
  const project = await aProject();
  const lamp = await anAsset(project, 'lamp', 40);
  const selected = { selectedAssetIds: [lamp.id], assetUsageMode: 'direct' };
  const path = `${project}/works`;
  const at = `${path}/${(await server.ask('POST', path, { body: selected })).json.id}`;
  await server.ask('PUT', `${at}/scenes`, { body: { scenes: [{ image_prompt: 'one' }] } });
  const { takeId } = (await post(`${at}/scenes/0/approve`, {}, {})).json;
  expect((await server.ask('GET', `${at}/scenes/0/takes`)).json).toMatchObject([
    { id: takeId, origin: 'asset', parentIds: [lamp.id], picked: true, approved: true },
  ]);
});

test('in reference mode the descriptions reach the writer, and the pictures with them the painter', async () => {
  const project = await aProject();
  const lamp = await anAsset(project, 'lamp', 90);
  const fields = { selectedAssetIds: [lamp.id], assetUsageMode: 'reference' };
  const { at } = await aWork(fields, project);
  const headers = { 'x-llm-provider': 'vendor', 'x-image-provider': 'vendor', 'x-api-key': SECRET };
  expect(await post(`${at}/scenario`, headers)).toMatchObject({ status: 200 });
  expect(vendors.scenarios.at(-1)?.request).toMatchObject({
    assetUsageMode: 'reference',
    assets: [{ id: lamp.id, name: 'lamp', description: 'a lamp' }],
  });
  expect(await post(`${at}/generate/scene/0/image`, headers)).toMatchObject({ status: 200 });
  expect(vendors.images.at(-1)?.request.references).toMatchObject([
    { name: 'lamp', description: 'a lamp', mime: 'image/png', path: expect.any(String) },
  ]);
});

test('a film that is made at once keeps what was put into a scene by hand, and pays for nothing beside it', async () => {
  const { at, scenes } = await aWork();
  const form = formOf({ field: 'file', bytes: aPng(77), name: 'own.png' });
  const { id } = (await server.ask('POST', `${at}/scenes/0/takes`, { form })).json;
  const workId = at.split('/').at(-1) ?? '';
  const waiting = { signal: AbortSignal.timeout(20_000), onProgress: () => undefined };
  const wanted = { workId, sceneIndex: 0, seed: 1 };
  expect(await ensurePicture(server.world, server.world.owner, wanted, waiting)).toMatchObject({ id });
  expect(await listTakes(server.world.database.kysely, { sceneId: scenes[0].id })).toHaveLength(1);
});

test('scenes can be moved, changed, added and removed at once, and each keeps its takes', async () => {
  const { at, scenes } = await aWork();
  const headers = { 'x-image-provider': 'vendor', 'x-api-key': SECRET };
  await post(`${at}/generate/images`, headers);
  await post(`${at}/generate/scene/1/image`, headers);
  const take = (await server.ask('GET', `${at}/scenes/1/takes`)).json[0];
  const etag = (await server.ask('GET', at)).headers.get('etag') ?? '';
  const put = (list: object[], more: Record<string, string> = {}) =>
    server.ask('PUT', `${at}/scenes`, { body: { scenes: list }, headers: more });

  const arranged = await put([
    { id: scenes[1].id, text_overlay: 'Bright' },
    { image_prompt: 'new' },
    { id: scenes[0].id },
  ]);
  expect(arranged.status).toBe(200);
  expect(arranged.json.scenes).toEqual([
    { ...scenes[1], scene_index: 0, text_overlay: 'Bright' },
    expect.objectContaining({ scene_index: 1, image_prompt: 'new', transition: 'cut' }),
    { ...scenes[0], scene_index: 2 },
  ]);
  expect((await server.ask('GET', `${at}/scenes/0/takes`)).json[0]).toEqual(take);
  expect((await server.ask('GET', `${at}/scenes/1/takes`)).json).toEqual([]);
  expect(await put([{ id: scenes[0].id }], { 'if-match': etag })).toMatchObject({ status: 412 });
  expect(await put([{ id: scenes[0].id }], { 'if-match': arranged.headers.get('etag') ?? '' })).toMatchObject({
    status: 200,
    json: { scenes: [{ id: scenes[0].id, scene_index: 0 }] },
  });
  const { scenes: strange } = await aWork();
  const refused = [
    [{ id: strange[0].id }],
    [{ id: scenes[0].id }, { id: scenes[0].id }],
    [{ id: scenes[0].id, transition: 'explode' }],
    [{ id: scenes[0].id, status: 'done' }],
  ];
  for (const list of refused) expect(await put(list)).toMatchObject({ status: 400, json: { code: 'invalid_input' } });
  expect((await server.ask('GET', at)).json.scenes).toHaveLength(1);

  // One that takes the place of another has nothing of it.
  const [other] = (await put([{ image_prompt: 'another' }])).json.scenes;
  expect(other.id).not.toBe(scenes[0].id);
  expect((await server.ask('GET', `${at}/scenes/0/takes`)).json).toEqual([]);
});

test('takes and jobs come in pages, the newest first, and a stranger finds none of them', async () => {
  const { at } = await aWork();
  for (let take = 0; take < 3; take++)
    await post(`${at}/generate/scene/0/image`, { 'x-image-model-id': 'brush-1', 'x-api-key': SECRET });
  for (const path of [`${at}/scenes/0/takes`, `/jobs?workId=${at.split('/').at(-1)}&status=done`]) {
    const all = (await server.ask('GET', path)).json;
    expect(all).toHaveLength(3);
    const also = path.includes('?') ? '&' : '?';
    const first = await server.ask('GET', `${path}${also}limit=2`);
    expect(first.json).toEqual(all.slice(0, 2));
    const cursor = first.headers.get('x-next-cursor');
    const rest = await server.ask('GET', `${path}${also}limit=2&cursor=${cursor}`);
    expect(rest.json).toEqual(all.slice(2));
    expect(rest.headers.get('x-next-cursor')).toBeNull();
  }
  const [job] = (await server.ask('GET', '/jobs?limit=1')).json;
  const stranger = await server.register('stranger@example.com');
  expect((await server.ask('GET', '/jobs', { as: stranger })).json).toEqual([]);
  for (const [method, path] of [
    ['GET', `/jobs/${job.id}`],
    ['POST', `/jobs/${job.id}/cancel`],
    ['POST', `/jobs/${job.id}/retry`],
    ['GET', `${at}/scenes/0/takes`],
    ['PUT', `${at}/scenes`],
  ] as const) {
    expect(await server.ask(method, path, { as: stranger }), path).toMatchObject({ status: 404 });
  }
  for (const tail of ['generate/scene/9', 'generate/scene/9/image', 'generate/scene/9/video', 'scenes/9/approve']) {
    expect(await post(`${at}/${tail}`), tail).toMatchObject({ status: 404, json: { code: 'not_found' } });
  }
});
