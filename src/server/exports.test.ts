import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { probe } from '#media/probe.ts';
import { lumasOf, rgbOf, SIZE, toneIn, Trial } from '#render/film-on-trial.ts';
import { formOf, openTestServer, type TestServer } from '../../test/open-test-server.ts';

const FPS = 30;
const trial = new Trial();
let server: TestServer;
let stranger = '';
let projectId = '';
let workId = '';
let work = '';
let redId = '';

/** Scene 0 counts from luma 40 with a tone of 440 Hz, scene 1 from 120 without sound; a second each. Scene 2 is empty. */
beforeAll(async () => {
  server = await openTestServer();
  projectId = (await server.ask('POST', '/projects', { body: { name: 'Films' } })).json.id;
  const created = await server.ask('POST', `/projects/${projectId}/works`, {
    body: { name: "It's a film", resolution: SIZE },
  });
  workId = created.json.id;
  work = `/projects/${projectId}/works/${workId}`;
  const scene = { duration_seconds: 1, image_prompt: 'a', negative_prompt: '', video_prompt: 'b', transition: 'cut' };
  await server.ask('PUT', work, { body: { scenes: [0, 1, 2].map((scene_index) => ({ ...scene, scene_index })) } });
  await trial.countingClip('a.mkv', {
    first: 40,
    frames: FPS,
    input: ['-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=1'],
    args: ['-c:a', 'flac', '-shortest'],
  });
  await trial.countingClip('b.mkv', { first: 120, frames: FPS });
  await trial.make('red.png', 'image', ['-f', 'lavfi', '-i', 'color=red:s=16x16', '-frames:v', '1']);
  await trial.make('music.wav', 'audio', ['-f', 'lavfi', '-i', 'sine=f=1000:r=48000:d=3']);
  expect((await send(`${work}/media/scene/0/video`, 'a.mkv')).status).toBe(200);
  expect((await send(`${work}/media/scene/1/video`, 'b.mkv')).status).toBe(200);
  expect((await send(`${work}/media/audio`, 'music.wav', 'audio')).status).toBe(200);
  redId = (await send(`/projects/${projectId}/assets`, 'red.png')).json.id;
  stranger = await server.register('stranger@example.com');
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  trial[Symbol.dispose]();
});

const send = (path: string, name: string, field = 'file') =>
  server.ask('POST', path, { form: formOf({ field, bytes: readFileSync(join(trial.directory, name)), name }) });

const body = (more: object = {}) => ({
  projectId,
  workId,
  clips: [{ sceneIndex: 1, position: 0, end: 1 }],
  options: { ...SIZE, fps: FPS, quality: 'high' },
  ...more,
});

let films = 0;

/** Exports in one call, and keeps what came. */
async function film(more: object): Promise<string> {
  const answer = await server.raw('POST', '/export', { body: body(more) });
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.status, bytes.toString('utf8', 0, 300)).toBe(200);
  const path = join(trial.directory, `film-${films++}.mp4`);
  writeFileSync(path, bytes);
  return path;
}

/** Where a frame of one film differs from another's: first and last column and row. */
function difference(one: string, other: string, frame: number) {
  const [a, b] = [rgbOf(one, frame), rgbOf(other, frame)];
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let place = 0; place < a.length; place += 3) {
    const far = Math.max(
      ...[0, 1, 2].map((channel) => Math.abs((a[place + channel] ?? 0) - (b[place + channel] ?? 0))),
    );
    if (far < 40) continue; // above what the encoder changes
    const [x, y] = [(place / 3) % SIZE.width, Math.floor(place / 3 / SIZE.width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  return { left, top, right, bottom };
}

const near = (luma: number) => expect.toSatisfy((found: number) => Math.abs(found - luma) <= 2, `near ${luma}`);

test('the film comes as a file to be saved, under the name of its work', async () => {
  const answer = await server.raw('POST', '/export', { body: body() });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('video/mp4');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="It's a film\.mp4"/);
  const path = join(trial.directory, 'whole.mp4');
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  expect(await probe(path, trial.ffmpeg.path ? { ffmpeg: trial.ffmpeg.path } : { ffmpeg: '' })).toMatchObject({
    ...SIZE,
    frameCount: FPS,
    hasAudio: true,
  });
});

test('a transition overlaps its clips, and what comes after moves along', async () => {
  const lumas = lumasOf(
    await film({
      clips: [
        { sceneIndex: 0, position: 0, end: 1, transition: 'fade', transitionDuration: 0.2 },
        { sceneIndex: 1, position: 1, end: 2, transition: 'fade' },
      ],
    }),
  );
  expect(lumas).toHaveLength(54);
  expect([lumas[0], lumas[23], lumas[30], lumas[53]]).toEqual([near(40), near(63), near(126), near(149)]);
});

test('a gap is black, a clip begins where it is cut, and its last frame is held', async () => {
  const lumas = lumasOf(
    await film({
      clips: [
        { sceneIndex: 0, position: 0.5, end: 1, cutFrom: 0.2 },
        { sceneIndex: 1, position: 1, end: 2.5 },
      ],
    }),
  );
  expect(lumas).toHaveLength(75);
  expect([lumas[0], lumas[14], lumas[15], lumas[29]]).toEqual([near(16), near(16), near(46), near(60)]);
  expect([lumas[30], lumas[59], lumas[60], lumas[74]]).toEqual([near(120), near(149), near(149), near(149)]);
});

test('words stand where they are put, with every letter that breaks a filter', async () => {
  const plain = await film({});
  const text = { text: "It's 5%:\\a", position: 0, end: 0.5, fontSize: 14, fontColor: '#000000' };
  const cornered = await film({ texts: [{ ...text, x: 8, y: 40 }] });
  const box = difference(plain, cornered, 3);
  expect(box.left).toBeGreaterThanOrEqual(7);
  expect(box.left).toBeLessThanOrEqual(11);
  expect(box.top).toBeGreaterThanOrEqual(40);
  expect(box.bottom).toBeLessThanOrEqual(58);
  expect(box.right).toBeGreaterThan(55);
  expect(difference(plain, cornered, 20)).toMatchObject({ right: -1 }); // its end is exclusive
  const centred = difference(plain, await film({ texts: [{ ...text, centerX: 0, centerY: 20, x: 8, y: 40 }] }), 3);
  expect((centred.left + centred.right) / 2).toBeCloseTo(SIZE.width / 2, -1);
  expect((centred.top + centred.bottom) / 2).toBeCloseTo(SIZE.height / 2 + 20, -1);
});

test('a picture has the place, sides, turn and opacity it is given', async () => {
  const plain = await film({});
  const image = { assetId: redId, position: 0, end: 1, width: 30, height: 20, x: 20, y: 40 };
  const upright = await film({ images: [image] });
  const edges = (left: number, top: number, right: number, bottom: number) =>
    Object.fromEntries(Object.entries({ left, top, right, bottom }).map(([side, at]) => [side, near(at)]));
  expect(difference(plain, upright, 5)).toEqual(edges(20, 40, 49, 59));
  const turned = await film({ images: [{ ...image, rotation: 90 }] });
  expect(difference(plain, turned, 5)).toEqual(edges(25, 35, 44, 64));
  const redAt = (path: string) => rgbOf(path, 5)[3 * (50 * SIZE.width + 35)] ?? 0;
  const half = await film({ images: [{ ...image, opacity: 0.5 }] });
  expect(redAt(half)).toBeGreaterThan(redAt(plain) + 30);
  expect(redAt(half)).toBeLessThan(redAt(upright) - 30);
});

test('music is heard under the clips and takes nothing from them', async () => {
  const clips = [{ sceneIndex: 0, position: 0, end: 1 }];
  const alone = await film({ clips });
  const together = await film({ clips, audio: { volume: 0.5, audioUrl: `/api${work}/media/audio` } });
  const level = (path: string, hertz: number) => toneIn(path, hertz, 0.2, 0.6);
  expect(level(alone, 440)).toBeGreaterThan(0.05);
  expect(level(together, 440) / level(alone, 440)).toBeCloseTo(1, 1);
  expect(level(alone, 1000)).toBeLessThan(0.005);
  expect(level(together, 1000) / level(together, 440)).toBeCloseTo(0.5, 1);
});

test.each([
  [
    'a transition that there is not',
    () => ({ clips: [{ sceneIndex: 0, position: 0, end: 1, transition: 'explode' }] }),
    400,
  ],
  ['an end before its position', () => ({ clips: [{ sceneIndex: 0, position: 1, end: 1 }] }), 400],
  ['no clips', () => ({ clips: [] }), 400],
  ['odd sides', () => ({ options: { width: 97, height: 128, fps: 30 } }), 400],
  ['a scene that there is not', () => ({ clips: [{ sceneIndex: 9, position: 0, end: 1 }] }), 404],
  ['a scene without a picture', () => ({ clips: [{ sceneIndex: 2, position: 0, end: 1 }] }), 409],
  [
    'an asset that there is not',
    () => ({ images: [{ assetId: 'asset_0', position: 0, end: 1, width: 9, height: 9 }] }),
    404,
  ],
  ['sound from elsewhere', () => ({ audio: { audioUrl: 'https://example.com/a.mp3' } }), 400],
  ['sound off the disk', () => ({ audio: { audioUrl: '/etc/passwd' } }), 400],
  ['a project it is not in', () => ({ projectId: 'proj_0' }), 404],
])('%s is refused', async (_, more, status) => {
  const answer = await server.ask('POST', '/export', { body: body(more()) });
  expect([answer.status, typeof answer.json.error]).toEqual([status, 'string']);
});

test('nobody exports without a credential, nor somebody else’s work', async () => {
  expect((await server.ask('POST', '/export', { body: body(), as: null })).status).toBe(401);
  expect((await server.ask('POST', '/export', { body: body(), as: stranger })).status).toBe(404);
});

test('an export of a work is listed, found, downloaded, and deleted with its file', async () => {
  const editorState = {
    editorData: { videoTrack: [{ id: 'one', start: 0, end: 0.5, sceneIndex: 1 }], textTrack: [] },
    exportSettings: { ...SIZE, fps: FPS },
  };
  const started = await server.ask('POST', `${work}/exports`, { body: { editorState, quality: 'draft' } });
  expect(started.headers.get('location'), 'where to look for it').toBe(`/api/jobs/${started.json.jobId}`);
  expect([started.status, started.json.framesTotal]).toEqual([202, 15]);
  const at = `${work}/exports/${started.json.id}`;
  await expect.poll(async () => (await server.ask('GET', at)).json.status).toBe('done');
  const found = (await server.ask('GET', at)).json;
  expect(found).toMatchObject({ durationS: 0.5, url: `/api${at}/file` });
  const [first] = (await server.ask('GET', `${work}/exports?limit=1`)).json;
  expect(first.id).toBe(found.id);
  const bytes = await (await server.raw('GET', `${at}/file`)).arrayBuffer();
  expect(bytes.byteLength).toBe(found.sizeBytes);
  expect((await server.ask('GET', at, { as: stranger })).status).toBe(404);

  const { sha256 } = await server.world.database.kysely
    .selectFrom('export')
    .select('sha256')
    .where('id', '=', found.id)
    .executeTakeFirstOrThrow();
  const kept = server.world.files.pathOf(sha256 ?? '');
  expect(statSync(kept).size).toBe(found.sizeBytes);
  expect((await server.ask('DELETE', at)).status).toBe(204);
  expect((await server.ask('DELETE', at)).status).toBe(404);
  expect((await server.ask('GET', `${at}/file`)).status).toBe(404);
  expect(statSync(kept, { throwIfNoEntry: false })).toBeUndefined();
  expect((await server.ask('GET', work)).json.editorState.editorData).toBeUndefined(); // it was not saved
});

test('an export is stopped, and one that has ended stays as it is', async () => {
  const editorState = {
    editorData: { videoTrack: [{ id: 'long', start: 0, end: 60, sceneIndex: 1 }], textTrack: [] },
    exportSettings: { width: 1280, height: 720, fps: FPS },
  };
  const started = await server.ask('POST', `${work}/exports`, { body: { editorState } });
  const at = `${work}/exports/${started.json.id}`;
  expect((await server.ask('POST', `${at}/cancel`)).json.status).toBe('cancelled');
  expect((await server.ask('POST', `${at}/cancel`)).json.status).toBe('cancelled');
  expect((await server.ask('GET', `/jobs/${started.json.jobId}`)).json.status).toBe('cancelled');
  expect((await server.ask('DELETE', at)).status).toBe(204);
});

test('a deleted work leaves no rendered piece on the disk, and those of other works are used again', async () => {
  const { segments } = server.world.directories;
  const pieces = () =>
    readdirSync(segments, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const rendered = async (path: string) => {
    const editorState = {
      editorData: { videoTrack: [{ id: 'piece', start: 0, end: 0.2, sceneIndex: 0 }], textTrack: [] },
      exportSettings: { ...SIZE, fps: FPS },
    };
    const started = await server.ask('POST', `${path}/exports`, { body: { editorState, quality: 'draft' } });
    const at = `${path}/exports/${started.json.id}`;
    await expect.poll(async () => (await server.ask('GET', at)).json.status).toBe('done');
    const { report } = await server.world.database.kysely
      .selectFrom('export')
      .select('report')
      .where('id', '=', started.json.id)
      .executeTakeFirstOrThrow();
    expect((await server.ask('DELETE', at)).status).toBe(204);
    return report;
  };
  expect(await rendered(work)).toMatchObject({ segments: 1, reused: 0 });
  const before = pieces().length;
  const name = 'Another';
  const other = `/projects/${projectId}/works/${(await server.ask('POST', `/projects/${projectId}/works`, { body: { name } })).json.id}`;
  const scene = { duration_seconds: 1, image_prompt: 'a', negative_prompt: '', video_prompt: 'b', transition: 'cut' };
  await server.ask('PUT', other, { body: { scenes: [{ ...scene, scene_index: 0 }] } });
  expect((await send(`${other}/media/scene/0/video`, 'a.mkv')).status).toBe(200);
  expect(await rendered(other)).toMatchObject({ segments: 1, reused: 0 });
  expect(pieces().length).toBeGreaterThan(before);
  expect((await server.ask('DELETE', other)).status).toBe(204);
  expect(pieces()).toHaveLength(before);
  expect(await rendered(work)).toMatchObject({ segments: 1, reused: 1 });
});

test('a film larger than one is rendered is refused at once, in a sentence', async () => {
  const clips = Array.from({ length: 3 }, (_, place) => ({
    sceneIndex: 1,
    position: place * 3000,
    end: (place + 1) * 3000,
  }));
  const long = await server.ask('POST', '/export', { body: body({ clips }) });
  expect([long.status, long.json.error]).toEqual([400, expect.stringContaining('at most 2 hours')]);
  const texts = Array.from({ length: 51 }, () => ({ text: 'words', position: 0, end: 1 }));
  const many = await server.ask('POST', '/export', { body: body({ texts }) });
  expect([many.status, many.json.error]).toEqual([400, expect.stringContaining('at the same moment')]);
  const videoTrack = Array.from({ length: 401 }, (_, place) => ({
    id: `c${String(place)}`,
    start: place * 0.1,
    end: place * 0.1 + 0.1,
    sceneIndex: 1,
  }));
  const editorState = { editorData: { videoTrack, textTrack: [] } };
  const saved = await server.ask('POST', `${work}/exports`, { body: { editorState } });
  expect([saved.status, saved.json.error]).toEqual([400, expect.stringContaining('at most 400 clips')]);
});
