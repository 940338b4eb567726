import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { rgbOf, SIZE, Trial } from '#render/film-on-trial.ts';
import { formOf, openTestServer, type TestServer } from '../../test/open-test-server.ts';

const FPS = 30;
const trial = new Trial();
let server: TestServer;
let stranger = '';
let work = '';
let exported = '';

/** Two clips of a second with a fade of 0.2 s between them; a word over the second, and a caption over both. */
beforeAll(async () => {
  server = await openTestServer();
  const project = `/projects/${(await server.ask('POST', '/projects', { body: { name: 'Films' } })).json.id}`;
  const created = await server.ask('POST', `${project}/works`, { body: { name: 'Şelale', resolution: SIZE } });
  work = `${project}/works/${created.json.id}`;
  const scene = { duration_seconds: 1, image_prompt: 'a', negative_prompt: '', video_prompt: 'b', transition: 'cut' };
  await server.ask('PUT', work, { body: { scenes: [0, 1].map((scene_index) => ({ ...scene, scene_index })) } });
  for (const [place, first] of [40, 120].entries()) {
    const name = `clip-${String(place)}.mkv`;
    await trial.countingClip(name, { first, frames: FPS });
    const form = formOf({ field: 'file', bytes: readFileSync(join(trial.directory, name)), name });
    expect((await server.ask('POST', `${work}/media/scene/${String(place)}/video`, { form })).status).toBe(200);
  }
  const editorState = {
    editorData: {
      videoTrack: [
        { id: 'a', start: 0, end: 1, sceneIndex: 0, transitionType: 'fade', transitionDuration: 0.2 },
        { id: 'b', start: 1, end: 2, sceneIndex: 1 },
      ],
      textTrack: [
        { id: 'c', start: 0, end: 2 },
        { id: 't', start: 1.5, end: 2 },
      ],
    },
    textOverlays: {
      c: { text: 'Su & <taş>', fontSize: 12, fontColor: '#ffffff', centerX: 0, centerY: 50, isCaption: true },
      t: { text: 'Word', fontSize: 12, fontColor: '#ffffff', centerX: 0, centerY: -50 },
    },
    exportSettings: { ...SIZE, fps: FPS },
  };
  const put = await server.ask('PUT', work, { body: { editorState } });
  expect(put.status, JSON.stringify(put.json)).toBe(200);
  const started = await server.ask('POST', `${work}/exports`, { body: { captions: 'file', posterFrame: 40 } });
  exported = `${work}/exports/${started.json.id}`;
  await vi.waitUntil(async () => (await server.ask('GET', exported)).json.status === 'done', { timeout: 60_000 });
  stranger = await server.register('stranger@example.com');
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  trial[Symbol.dispose]();
});

async function saved(path: string, name: string): Promise<{ readonly path: string; readonly answer: Response }> {
  const answer = await server.raw('GET', path);
  const to = join(trial.directory, name);
  writeFileSync(to, Buffer.from(await answer.arrayBuffer()));
  return { path: to, answer };
}

const middle = (path: string, frame = 0) => {
  const pixels = rgbOf(path, frame);
  return pixels[3 * (64 * SIZE.width + 48)] ?? 0;
};

test('captions come as SubRip and as WebVTT, in the times of the film, under the name of the work', async () => {
  const srt = await server.raw('GET', `${exported}/captions.srt`);
  expect(await srt.text()).toBe('1\n00:00:00,000 --> 00:00:01,800\nSu & <\u2060taş>\n');
  expect(srt.headers.get('content-disposition')).toContain(encodeURIComponent('Şelale.srt'));
  const vtt = await server.raw('GET', `${exported}/captions.vtt`);
  expect(vtt.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
  expect(await vtt.text()).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:01.800\nSu &amp; &lt;taş&gt;\n');
  const again = await server.raw('GET', `${exported}/captions.vtt`, {
    headers: { 'if-none-match': vtt.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

test('the poster is the frame of the film that was asked for, and another when another is asked for', async () => {
  const film = await saved(`${exported}/file`, 'film.mp4');
  const poster = await saved(`${exported}/poster`, 'poster.jpg');
  expect(poster.answer.headers.get('content-type')).toBe('image/jpeg');
  expect(Math.abs(middle(poster.path) - middle(film.path, 40))).toBeLessThanOrEqual(3);
  await server.ask('POST', `${work}/exports`, { body: { captions: 'file', posterFrame: 5 } });
  const other = await saved(`${exported}/poster`, 'other.jpg');
  expect(Math.abs(middle(other.path) - middle(film.path, 5))).toBeLessThanOrEqual(3);
});

test('a frame of the saved edit is what an export shows at that moment', async () => {
  const film = await saved(`${exported}/file`, 'film.mp4');
  for (const [t, frame] of [
    ['0', 0],
    ['0.9', 27],
    ['1.5', 45],
    ['600', 53],
  ] as const) {
    const still = await saved(`${work}/frame?t=${t}`, 'still.png');
    expect(still.answer.status).toBe(200);
    expect(still.answer.headers.get('content-type')).toBe('image/png');
    expect(Math.abs(middle(still.path) - middle(film.path, frame)), t).toBeLessThanOrEqual(4);
  }
  expect((await server.ask('GET', `${work}/frame?t=soon`)).status).toBe(400);
});

test('the bundle holds the film, its words, its poster, its media, the edit for others, and says the hash of each', async () => {
  const { bundleUrl } = (await server.ask('GET', exported)).json;
  const bundle = await saved(bundleUrl.slice('/api'.length), 'bundle.zip');
  const bytes = readFileSync(bundle.path);
  expect(bundle.answer.headers.get('content-length')).toBe(String(bytes.byteLength));
  expect(bundle.answer.headers.get('content-disposition')).toContain(encodeURIComponent('Şelale.zip'));
  const files = filesOf(bytes);
  const names = ['manifest.json', 'film.mp4', 'captions.srt', 'captions.vtt', 'poster.jpg', 'film.otio', 'film.fcpxml'];
  expect([...files.keys()]).toEqual([...names, 'media/clip-01.mkv', 'media/clip-02.mkv']);
  const manifest = JSON.parse(String(files.get('manifest.json')));
  for (const { path, sha256, sizeBytes } of manifest.files) {
    const file = files.get(path) ?? Buffer.alloc(0);
    expect([file.byteLength, createHash('sha256').update(file).digest('hex')], path).toEqual([sizeBytes, sha256]);
  }
  expect(manifest).toMatchObject({
    film: { name: 'Şelale', frames: 54, captions: 'file' },
    clips: [{ take: { origin: 'uploaded' } }, {}],
  });
  for (const name of ['film.otio', 'film.fcpxml']) {
    const named = [...String(files.get(name)).matchAll(/media\/[\w.-]+/g)].map(([path]) => path);
    expect([...new Set(named)]).toEqual(['media/clip-01.mkv', 'media/clip-02.mkv']);
  }
  const etag = bundle.answer.headers.get('etag') ?? '';
  expect((await server.raw('GET', `${exported}/bundle.zip`, { headers: { 'if-none-match': etag } })).status).toBe(304);
});

/** The files of a zip whose files are stored as they are, from its central directory. */
function filesOf(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  for (let at = zip.readUInt32LE(end + 16); at < end;) {
    const [size, nameLength, extra, local] = [20, 28, 30, 42].map((field) =>
      field === 20 || field === 42 ? zip.readUInt32LE(at + field) : zip.readUInt16LE(at + field),
    ) as [number, number, number, number];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(zip.toString('utf8', at + 46, at + 46 + nameLength), zip.subarray(start, start + size));
    at += 46 + nameLength + extra;
  }
  return files;
}

test('nobody gets what was made of somebody else’s film', async () => {
  for (const path of [
    `${exported}/captions.srt`,
    `${exported}/poster`,
    `${exported}/bundle.zip`,
    `${work}/frame?t=0`,
  ]) {
    expect((await server.raw('GET', path, { as: stranger })).status).toBe(404);
    expect((await server.raw('GET', path, { as: null })).status).toBe(401);
  }
});
