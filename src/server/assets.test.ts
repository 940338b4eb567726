import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Asset } from '#contract/asset.ts';
import { fontFiles } from '#media/fonts.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { formOf, openTestServer, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
let project: string;
let assets: string;
let clip: Buffer;
let sound: Buffer;
const font = await readFile(fontFiles[0]?.path ?? '');

beforeAll(async () => {
  server = await openTestServer();
  const { json } = await server.ask('POST', '/projects', { body: { name: 'Lamps' } });
  project = `/projects/${json.id}`;
  assets = `${project}/assets`;
  clip = await made('clip.mp4', 'testsrc2=size=64x48:rate=10:duration=1', ['-pix_fmt', 'yuv420p']);
  sound = await made('sound.wav', 'sine=frequency=440:duration=1', []);
});
afterAll(() => server[Symbol.asyncDispose]());

async function made(name: string, source: string, args: readonly string[]): Promise<Buffer> {
  const path = join(server.place.directory, name);
  const all = ['-f', 'lavfi', '-i', source, ...args, path];
  await runFfmpeg({ ffmpeg: server.world.ffmpeg.path, doing: 'making a test file', args: all });
  return readFile(path);
}

function aPicture(colour = '#c04020', width = 40, height = 30): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return canvas.toBuffer('image/png');
}

const upload = (bytes: Uint8Array, name: string, fields: Record<string, string> = {}, path = assets) =>
  server.ask('POST', path, { form: formOf({ field: 'file', bytes, name }, fields) });

async function aPictureAsset(fields: Record<string, string> = {}): Promise<Asset> {
  const { status, json } = await upload(aPicture(), 'lamp.png', fields);
  expect(status).toBe(201);
  return Asset.parse(json);
}

const hash = (sha: string | null): string => sha?.replaceAll('"', '') ?? '';

describe('assets', () => {
  test('an upload is known by its bytes, whatever its name says', async () => {
    const { status, json, headers } = await upload(aPicture(), '../../etc/Brass lamp.exe', {
      tags: '["brass","lamp","brass"]',
      description: 'A lamp',
    });
    expect(status).toBe(201);
    expect(Asset.parse(json)).toEqual({
      id: json.id,
      projectId: project.split('/').at(-1),
      name: 'Brass lamp',
      type: 'image',
      filename: 'Brass lamp.exe',
      mimeType: 'image/png',
      size: aPicture().length,
      sha256: createHash('sha256').update(aPicture()).digest('hex'),
      width: 40,
      height: 30,
      tags: ['brass', 'lamp'],
      thumbnail: `/api${assets}/${json.id}/poster`,
      description: 'A lamp',
      createdAt: json.createdAt,
      updatedAt: json.updatedAt,
      url: `/api${assets}/${json.id}`,
    });
    expect(headers.get('etag')).toBe('"1"');
    const meta = await server.ask('GET', `${assets}/${json.id}/meta`);
    expect(meta.json).toEqual(json);
  });

  test('a video, a sound and a font are taken with what is measured of them', async () => {
    const video = await upload(clip, 'clip.bin');
    expect(video.json).toMatchObject({ type: 'video', mimeType: 'video/mp4', width: 64, height: 48, duration: 1 });
    expect(video.json.thumbnail).toBe(`/api${assets}/${video.json.id}/poster`);
    const heard = await upload(sound, 'sound');
    expect(heard.json).toMatchObject({ type: 'audio', name: 'sound', size: sound.length });
    expect(heard.json.duration).toBeCloseTo(1, 1);
    expect(heard.json).not.toHaveProperty('thumbnail');
    const face = await upload(font, 'Sans.ttf', { name: 'House face' });
    expect(face.json).toMatchObject({ type: 'font', mimeType: 'font/ttf', size: font.length, name: 'House face' });
    expect(face.json).not.toHaveProperty('width');
    const bytes = await server.raw('GET', `${assets}/${face.json.id}`);
    expect(Buffer.from(await bytes.arrayBuffer()).equals(font)).toBe(true);
    expect(bytes.headers.get('content-type')).toBe('font/ttf');
  });

  test.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 415],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 415],
    ['a picture cut off in its header', aPicture().subarray(0, 20), 415],
    ['a font cut off', font.subarray(0, 4000), 415],
    ['a font of nothing', Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 1]), Buffer.alloc(200)]), 415],
    ['an empty file', Buffer.alloc(0), 415],
  ])('%s is refused, and nothing of it is kept', async (_, bytes, status) => {
    const before = await server.ask('GET', assets);
    const refused = await upload(bytes, 'lamp.png');
    expect(refused.status).toBe(status);
    expect(refused.json).toMatchObject({ error: expect.any(String), code: 'media_unreadable' });
    expect((await server.ask('GET', assets)).json).toEqual(before.json);
  });

  test('no file is “No file uploaded”, and tags that are none are refused', async () => {
    const form = new FormData();
    form.append('name', 'x');
    const none = await server.ask('POST', assets, { form });
    expect(none.status).toBe(400);
    expect(none.json.error).toBe('No file uploaded');
    expect((await upload(aPicture(), 'a.png', { tags: '["a"' })).status).toBe(400);
    expect((await upload(aPicture(), 'a.png', { tags: `["${'x'.repeat(51)}"]` })).status).toBe(400);
    expect((await upload(aPicture(), 'a.png', { tags: '[1]' })).status).toBe(400);
    expect((await upload(aPicture(), 'a.png', { colour: 'red' })).status).toBe(400);
  });

  test('tags may come as a field that is repeated', async () => {
    const form = formOf({ field: 'file', bytes: aPicture(), name: 'a.png' });
    form.append('tags', 'one');
    form.append('tags', 'two');
    expect((await server.ask('POST', assets, { form })).json.tags).toEqual(['one', 'two']);
    expect((await upload(aPicture(), 'a.png', { tags: 'only' })).json.tags).toEqual(['only']);
  });

  test('a list names, counts and adds up what a type has, and comes in pages', async () => {
    const { json } = await server.ask('POST', '/projects', { body: { name: 'Pages' } });
    const own = `/projects/${json.id}/assets`;
    expect((await server.ask('GET', own)).json).toEqual({ assets: [], totalSize: 0, count: 0 });
    for (const name of ['a.png', 'b.png', 'c.png']) await upload(aPicture(), name, {}, own);
    await upload(font, 'd.ttf', {}, own);
    const size = aPicture().length;
    const all = await server.ask('GET', own);
    expect(all.json).toMatchObject({ count: 4, totalSize: 3 * size + font.length });
    const pictures = await server.ask('GET', `${own}?type=image`);
    expect(pictures.json).toMatchObject({ count: 3, totalSize: 3 * size });
    const names: string[] = [];
    for (let query = '?type=image&limit=2'; query !== '';) {
      const page = await server.ask('GET', `${own}${query}`);
      expect(page.json.count).toBe(3);
      names.push(...page.json.assets.map((asset: Asset) => asset.name));
      const cursor = page.headers.get('x-next-cursor');
      query = cursor ? `?type=image&limit=2&cursor=${cursor}` : '';
    }
    expect(names).toEqual(['a', 'b', 'c']);
    expect((await server.ask('GET', `${own}?type=text`)).status).toBe(400);
  });

  test('the bytes come back whole, in part, and under their own name', async () => {
    const { json } = await upload(clip, 'Ütopya "1".mp4');
    const whole = await server.raw('GET', `${assets}/${json.id}`);
    expect(Buffer.from(await whole.arrayBuffer()).equals(clip)).toBe(true);
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(whole.headers.get('content-disposition')).toMatch(/^inline; filename=/);
    const part = await server.raw('GET', `${assets}/${json.id}`, { headers: { range: 'bytes=4-7' } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).toString('latin1')).toBe('ftyp');
  });

  test('a PUT changes what it names, null clears, and what was read can be sent back', async () => {
    const asset = await aPictureAsset({ tags: '["a"]', description: 'A lamp' });
    const path = `${assets}/${asset.id}`;
    const named = await server.ask('PUT', path, { body: { name: 'Brass' } });
    expect(named.json).toEqual({ ...asset, name: 'Brass', updatedAt: named.json.updatedAt });
    expect(named.json.updatedAt).toBeGreaterThan(asset.updatedAt);
    const back = await server.ask('PUT', path, { body: named.json });
    expect(back.json).toEqual({ ...named.json, updatedAt: back.json.updatedAt });
    const cleared = await server.ask('PUT', path, { body: { description: null, tags: null } });
    expect(cleared.json).not.toHaveProperty('description');
    expect(cleared.json).not.toHaveProperty('tags');
    const unknown = await server.ask('PUT', path, { body: { colour: 'red' } });
    expect(unknown.status).toBe(400);
    expect(unknown.json.error).toContain('colour');
    expect((await server.ask('PUT', path, { body: { id: 'asset_other' } })).status).toBe(400);
    expect((await server.ask('PUT', path, { body: { projectId: 'proj_other' } })).status).toBe(400);
    expect((await server.ask('PUT', path, { body: { name: null } })).status).toBe(400);
  });

  test('a stale If-Match loses no update', async () => {
    const asset = await aPictureAsset();
    const path = `${assets}/${asset.id}`;
    const seen = (await server.ask('GET', `${path}/meta`)).headers.get('etag') ?? '';
    expect((await server.ask('PUT', path, { body: { name: 'First' }, headers: { 'if-match': seen } })).status).toBe(
      200,
    );
    const late = await server.ask('PUT', path, { body: { name: 'Second' }, headers: { 'if-match': seen } });
    expect(late.status).toBe(412);
    expect((await server.ask('GET', `${path}/meta`)).json.name).toBe('First');
  });

  test('a deleted asset is gone the second time, and its bytes with the last that had them', async () => {
    const bytes = aPicture('#123456');
    const [one, other] = [await upload(bytes, 'one.png'), await upload(bytes, 'other.png')];
    expect(one.json.id).not.toBe(other.json.id);
    const sha256 = hash((await server.raw('GET', `${assets}/${one.json.id}`)).headers.get('etag'));
    expect((await server.ask('DELETE', `${assets}/${one.json.id}`)).status).toBe(204);
    expect((await server.ask('DELETE', `${assets}/${one.json.id}`)).status).toBe(404);
    expect((await server.ask('GET', `${assets}/${one.json.id}/meta`)).status).toBe(404);
    expect(await server.world.files.has(sha256)).toBe(true);
    expect((await server.raw('GET', `${assets}/${other.json.id}`)).status).toBe(200);
    expect((await server.ask('DELETE', `${assets}/${other.json.id}`)).status).toBe(204);
    expect(await server.world.files.has(sha256)).toBe(false);
  });

  test('where an asset is used is told before it is deleted: in a brief, an edit, a template', async () => {
    const { json } = await server.ask('POST', '/projects', { body: { name: 'Uses' } });
    const own = `/projects/${json.id}`;
    const { id: used } = (await upload(aPicture(), 'used.png', {}, `${own}/assets`)).json;
    await upload(aPicture(), 'unused.png', {}, `${own}/assets`);
    expect((await server.ask('GET', `${own}/asset-uses`)).json).toEqual([]);
    const overlay = { assetId: used, width: 9, height: 9, centerX: 0, centerY: 0, opacity: 1, rotation: 0 };
    const work = await server.ask('POST', `${own}/works`, { body: { name: 'Spring', selectedAssetIds: [used] } });
    const editorState = {
      editorData: { videoTrack: [], textTrack: [], imageTrack: [{ id: 'a', start: 0, end: 1 }] },
      imageOverlays: { a: overlay },
    };
    const edited = await server.ask('PUT', `${own}/works/${work.json.id}`, { body: { editorState } });
    expect(edited.status).toBe(200);
    const shown = { ...overlay, id: 'a', timingMode: 'absolute', startSeconds: 0, endSeconds: 1 };
    const content = { textOverlays: [], imageOverlays: [shown] };
    const template = await server.ask('POST', `${own}/templates`, { body: { name: 'Badge', content } });
    expect(template.status).toBe(201);
    const uses = await server.ask('GET', `${own}/asset-uses`);
    expect(uses.json).toEqual([
      { assetId: used, usedIn: 'template', id: template.json.id, name: 'Badge' },
      { assetId: used, usedIn: 'brief', id: work.json.id, name: 'Spring' },
      { assetId: used, usedIn: 'edit', id: work.json.id, name: 'Spring' },
    ]);
    await server.ask('DELETE', `${own}/works/${work.json.id}`);
    expect((await server.ask('GET', `${own}/asset-uses`)).json).toMatchObject([{ usedIn: 'template' }]);
  });

  test('an asset of another project is not found in this one', async () => {
    const asset = await aPictureAsset();
    const { json } = await server.ask('POST', '/projects', { body: { name: 'Other' } });
    for (const [method, path] of [
      ['GET', `/${asset.id}`],
      ['GET', `/${asset.id}/meta`],
      ['DELETE', `/${asset.id}`],
      ['POST', `/${asset.id}/analyze`],
    ] as const) {
      expect((await server.ask(method, `/projects/${json.id}/assets${path}`)).status).toBe(404);
    }
  });

  test('an asset is described without a key, and the description is kept', async () => {
    const asset = await aPictureAsset();
    const path = `${assets}/${asset.id}`;
    const { status, json } = await server.ask('POST', `${path}/analyze`, { headers: { 'x-vision-provider': 'local' } });
    expect(status).toBe(200);
    expect(json).toEqual({ assetId: asset.id, description: expect.stringContaining('Landscape picture, 40x30') });
    const meta = await server.ask('GET', `${path}/meta`, { headers: { 'if-none-match': '"1"' } });
    expect(meta.status).toBe(200);
    expect(meta.json.description).toBe(json.description);
    const nobody = await server.ask('POST', `${path}/analyze`, { headers: { 'x-vision-provider': 'nobody' } });
    expect(nobody.json.code).toBe('unknown_provider');
  });

  test('who prefers not to wait gets a job, which ends with the description', async () => {
    const asset = await aPictureAsset();
    const started = await server.ask('POST', `${assets}/${asset.id}/analyze`, { headers: { prefer: 'respond-async' } });
    expect(started.status).toBe(202);
    const job = `/jobs/${started.json.jobId}`;
    await expect.poll(async () => (await server.ask('GET', job)).json.status).toBe('done');
    expect((await server.ask('GET', job)).json).toMatchObject({ kind: 'describe', result: { assetId: asset.id } });
  });

  test('of many that are described, one that cannot be costs the others nothing', async () => {
    const [picture, video, heard, face] = [
      await aPictureAsset(),
      (await upload(clip, 'clip.mp4')).json,
      (await upload(sound, 'sound.wav')).json,
      (await upload(font, 'face.ttf')).json,
    ];
    const assetIds = [picture.id, 'asset_none', video.id, heard.id, face.id, "'; drop table asset"];
    const { status, json } = await server.ask('POST', `${assets}/analyze-batch`, { body: { assetIds } });
    expect(status).toBe(200);
    expect(json.results).toEqual([
      { assetId: picture.id, description: expect.stringContaining('40x30') },
      { assetId: 'asset_none', error: expect.any(String), code: 'not_found' },
      { assetId: video.id, description: expect.stringMatching(/^Video of 1 s, 64x48, without sound, 1 scene, /) },
      { assetId: heard.id, description: expect.stringMatching(/^Sound of 1 s.*LUFS\./) },
      { assetId: face.id, error: expect.stringContaining('font'), code: 'unsupported_media' },
      { assetId: "'; drop table asset", error: expect.any(String), code: 'not_found' },
    ]);
    const again = await server.ask('GET', `${assets}/${heard.id}/meta`);
    expect(again.json.description).toBe(json.results[3].description);
    for (const body of [{ assetIds: [] }, { assetIds: Array.from({ length: 51 }, () => picture.id) }, {}]) {
      expect((await server.ask('POST', `${assets}/analyze-batch`, { body })).status).toBe(400);
    }
  });

  test('many that wait to be described outlive the process, and are cancelled together', async () => {
    const before = await openTestServer(undefined, 'api'); // nothing that waits is run
    const { json } = await before.ask('POST', '/projects', { body: { name: 'Later' } });
    const path = `/projects/${json.id}/assets`;
    const form = () => formOf({ field: 'file', bytes: aPicture(), name: 'a.png' });
    const assetIds: string[] = [];
    for (let made = 0; made < 2; made++) assetIds.push((await before.ask('POST', path, { form: form() })).json.id);
    const start = async (ids: readonly string[]): Promise<string> => {
      const asked = { body: { assetIds: ids }, headers: { prefer: 'respond-async' } };
      return (await before.ask('POST', `${path}/analyze-batch`, asked)).json.jobId;
    };
    const [kept, cancelled] = [await start(assetIds.slice(0, 1)), await start(assetIds.slice(1))];
    expect((await before.ask('POST', `/jobs/${cancelled}/cancel`)).json.status).toBe('cancelled');
    const jobs = await before.ask('GET', '/jobs?status=cancelled');
    expect(jobs.json.map((job: { kind: string }) => job.kind)).toEqual(['describe', 'describe']);
    await before[Symbol.asyncDispose]();

    await using after = await openTestServer(before.place);
    await expect.poll(async () => (await after.ask('GET', `/jobs/${kept}`)).json.status).toBe('done');
    const done = await after.ask('GET', `/jobs/${kept}`);
    expect(done.json.result.results).toEqual([{ assetId: assetIds[0], description: expect.any(String) }]);
    expect((await after.ask('GET', `${path}/${assetIds[1]}/meta`)).json).not.toHaveProperty('description');
  });
});
