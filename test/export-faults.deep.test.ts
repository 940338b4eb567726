import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { probe } from '#media/probe.ts';
import { Trial } from '#render/film-on-trial.ts';
import { newEmbeddedPlace } from './engines.ts';
import { formOf, openTestServer, type TestServer } from './open-test-server.ts';

const FPS = 30;
const CLIPS = 30; // each from a frame of its own on, so that none is another’s segment
const SIZE = { width: 720, height: 960 } as const;
const trial = new Trial();
beforeAll(async () => {
  await trial.countingClip('clip.mkv', { first: 40, frames: 60, size: '720x960' });
});
afterAll(() => trial[Symbol.dispose]());

/** A work of one clip of two seconds; an edit of it shows it again and again, each time a second from another frame on. */
async function workOn(server: TestServer, clip = join(trial.directory, 'clip.mkv')): Promise<string> {
  const project = `/projects/${(await server.ask('POST', '/projects', { body: { name: 'Faults' } })).json.id}`;
  const work = `${project}/works/${(await server.ask('POST', `${project}/works`, { body: { resolution: SIZE } })).json.id}`;
  const scene = { duration_seconds: 1, image_prompt: 'a', negative_prompt: '', video_prompt: 'b', scene_index: 0 };
  await server.ask('PUT', work, { body: { scenes: [scene] } });
  const form = formOf({ field: 'file', bytes: readFileSync(clip), name: 'clip.mkv' });
  const sent = await server.ask('POST', `${work}/media/scene/0/video`, { form });
  expect(sent.status, sent.text).toBe(200);
  return work;
}

const edit = (clips: number) => ({
  editorData: {
    videoTrack: Array.from({ length: clips }, (_, place) => {
      return { id: `c${String(place)}`, start: place, end: place + 1, trimStart: place / FPS, sceneIndex: 0 };
    }),
    textTrack: [],
  },
  exportSettings: { ...SIZE, fps: FPS },
});

const segmentsIn = ({ world }: TestServer) =>
  readdirSync(world.directories.segments, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.mp4'))
    .map(({ parentPath, name }) => join(parentPath, name));

const scratchOf = ({ world }: TestServer) => readdirSync(world.directories.scratch, { recursive: true });

/** Waits for an export to end, and says how. */
async function ended(server: TestServer, at: string) {
  await expect
    .poll(async () => (await server.ask('GET', at)).json.status, { timeout: 120_000 })
    .not.toMatch(/queued|running/);
  return (await server.ask('GET', at)).json;
}

/** Exports that failed: in a sentence that says what to do, with nothing under the final name and nothing left over. */
async function expectCleanFailure(server: TestServer, at: string, sentence: RegExp) {
  const found = await ended(server, at);
  expect(found).toMatchObject({ status: 'failed', error: expect.stringMatching(sentence), url: null, sizeBytes: null });
  expect(found.finishedAt).toBeGreaterThanOrEqual(found.startedAt);
  expect((await server.ask('GET', `${at}/file`)).status).toBe(404);
  expect((await server.ask('GET', `${at}/bundle.zip`)).status).toBe(404);
  expect(scratchOf(server)).toEqual([]);
  const job = (await server.ask('GET', `/jobs/${String(found.jobId)}`)).json;
  expect(job).toMatchObject({ status: 'failed', error: { error: expect.stringMatching(sentence) } });
  return found;
}

test('killed in the middle, an export goes on with the segments that were finished', async () => {
  const place = await newEmbeddedPlace();
  let at = '';
  let directory = '';
  {
    await using server = await openTestServer(place, 'api', {}, { derives: false });
    const work = await workOn(server);
    const started = await server.ask('POST', `${work}/exports`, { body: { editorState: edit(CLIPS) } });
    at = `${work}/exports/${String(started.json.id)}`;
    directory = server.world.directories.segments;
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'world-child.ts'), JSON.stringify(place)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const kept = () =>
    existsSync(directory)
      ? readdirSync(directory, { recursive: true }).filter((name) => String(name).endsWith('.mp4')).length
      : 0;
  try {
    while (kept() < 4) {
      expect(child.exitCode, 'the process ended by itself').toBeNull();
      await sleep(20);
    }
  } finally {
    child.kill('SIGKILL');
  }
  const finished = kept();
  expect(finished).toBeLessThan(CLIPS);

  await using server = await openTestServer(place, 'all', {}, { derives: false });
  const found = await ended(server, at);
  expect(found).toMatchObject({ status: 'done', framesTotal: CLIPS * FPS });
  expect(found.segments.reused).toBeGreaterThanOrEqual(finished);
  console.log(
    `killed with ${String(finished)} of ${String(CLIPS)} segments finished: ${String(found.segments.reused)} reused`,
  );
  const path = join(trial.directory, 'resumed.mp4');
  writeFileSync(path, Buffer.from(await (await server.raw('GET', `${at}/file`)).arrayBuffer()));
  expect(await probe(path, { ffmpeg: trial.ffmpeg.path })).toMatchObject({ frameCount: CLIPS * FPS });
  expect(scratchOf(server)).toEqual([]);
}, 240_000);

test('with too little room an export is refused before it begins, with what is free', async () => {
  const parts = { derives: false, freeBytes: async () => 30e6 };
  await using server = await openTestServer(undefined, 'all', {}, parts);
  const work = await workOn(server);
  const started = await server.ask('POST', `${work}/exports`, { body: { editorState: edit(2) } });
  const at = `${work}/exports/${String(started.json.id)}`;
  const found = await expectCleanFailure(server, at, /Only 30 MB is free on the disk of .*make room first/);
  expect([found.stage, found.segments, segmentsIn(server)]).toEqual(['check', null, []]);
}, 300_000);

/** An FFmpeg whose encoder finds the disk full while a file is there, as the real one does: it writes to the device that always is. */
function ffmpegOnADisk(isFull: string): string {
  const path = join(trial.directory, 'ffmpeg-on-a-disk');
  const script = [
    '#!/bin/sh',
    'for last in "$@"; do :; done',
    `case "$last" in *run-*%03d.mp4) [ -e '${isFull}' ] && ln -sf /dev/full "$(printf "$last" 0)";; esac`,
    `exec '${trial.ffmpeg.path}' "$@"`,
  ];
  writeFileSync(path, `${script.join('\n')}\n`);
  chmodSync(path, 0o755);
  return path;
}

test.skipIf(!existsSync('/dev/full'))(
  'a disk that becomes full while it renders is told as that, and the next try goes on',
  async () => {
    let looks = 0;
    // Room at the start, none when it looks again; and then there is.
    const parts = { derives: false, freeBytes: async () => (++looks === 2 ? 4096 : 80e9) };
    const isFull = join(trial.directory, 'the-disk-is-full');
    writeFileSync(isFull, '');
    await using server = await openTestServer(undefined, 'all', { FFMPEG_PATH: ffmpegOnADisk(isFull) }, parts);
    const work = await workOn(server);
    const started = await server.ask('POST', `${work}/exports`, { body: { editorState: edit(3) } });
    const at = `${work}/exports/${String(started.json.id)}`;
    const found = await expectCleanFailure(server, at, /Only 0 MB is free/);
    expect(found.stage).toBe('picture');
    rmSync(isFull);
    const again = await server.ask('POST', `/jobs/${String(found.jobId)}/retry`);
    expect(again.status, again.text).toBeLessThan(300);
    const [newest] = (await server.ask('GET', `${work}/exports`)).json;
    expect(await ended(server, `${work}/exports/${String(newest.id)}`)).toMatchObject({ status: 'done' });
  },
  120_000,
);

test('a clip whose file is gone, and a picture whose asset was deleted, are named', async () => {
  await using server = await openTestServer(undefined, 'all', {}, { derives: false });
  const work = await workOn(server);
  const red = await trial.make('red.png', 'image', ['-f', 'lavfi', '-i', 'color=red:s=16x16', '-frames:v', '1']);
  expect(red.kind).toBe('image');
  const project = work.split('/works')[0] ?? '';
  const form = formOf({ field: 'file', bytes: readFileSync(join(trial.directory, 'red.png')), name: 'red.png' });
  const assetId: string = (await server.ask('POST', `${project}/assets`, { form })).json.id;
  const withPicture = {
    ...edit(1),
    imageOverlays: { i: { assetId, width: 9, height: 9, centerX: 0, centerY: 0, opacity: 1, rotation: 0 } },
    editorData: { ...edit(1).editorData, imageTrack: [{ id: 'i', start: 0, end: 1 }] },
  };
  expect((await server.ask('PUT', work, { body: { editorState: withPicture } })).status).toBe(200);
  expect((await server.ask('DELETE', `${project}/assets/${assetId}`)).status).toBe(204);
  const pictured = await server.ask('POST', `${work}/exports`, { body: {} });
  await expectCleanFailure(
    server,
    `${work}/exports/${String(pictured.json.id)}`,
    new RegExp(`${assetId}.*take it out`),
  );

  expect((await server.ask('PUT', work, { body: { editorState: edit(2) } })).status).toBe(200);
  const [{ sha256 }] = (await server.ask('GET', `${work}/scenes/0/takes`)).json;
  rmSync(server.world.files.pathOf(sha256));
  const gone = await server.ask('POST', `${work}/exports`, { body: { editorState: edit(3) } });
  await expectCleanFailure(
    server,
    `${work}/exports/${String(gone.json.id)}`,
    /not in the store any more: make or upload/,
  );
}, 180_000);

test('a damaged clip is named by its number, and is no reason to render the others again', async () => {
  await using server = await openTestServer(undefined, 'all', {}, { derives: false });
  const work = await workOn(server);
  const [{ sha256 }] = (await server.ask('GET', `${work}/scenes/0/takes`)).json;
  const path = server.world.files.pathOf(sha256);
  const bytes = readFileSync(path);
  bytes.fill(0, 600, bytes.byteLength - 600); // its size and its beginning are as they were
  writeFileSync(path, bytes);
  const started = await server.ask('POST', `${work}/exports`, { body: { editorState: edit(2) } });
  const at = `${work}/exports/${String(started.json.id)}`;
  await expectCleanFailure(server, at, /Clip 1 of the edit is damaged.*make or upload it again, or take it out/);
}, 300_000);

test('a cancelled export ends as that, keeps its segments, and leaves nothing else', async () => {
  await using server = await openTestServer(undefined, 'all', {}, { derives: false });
  const work = await workOn(server);
  const started = await server.ask('POST', `${work}/exports`, { body: { editorState: edit(CLIPS) } });
  const at = `${work}/exports/${String(started.json.id)}`;
  await expect.poll(() => segmentsIn(server).length).toBeGreaterThan(1);
  expect((await server.ask('POST', `${at}/cancel`)).json).toMatchObject({ status: 'cancelled', url: null });
  await expect.poll(() => scratchOf(server)).toEqual([]);
  expect((await server.ask('GET', at)).json).toMatchObject({
    status: 'cancelled',
    framesTotal: CLIPS * FPS,
    url: null,
  });
  const kept = segmentsIn(server).length;
  const again = await server.ask('POST', `/jobs/${String(started.json.jobId)}/retry`);
  expect(again.status, again.text).toBeLessThan(300);
  const [newest] = (await server.ask('GET', `${work}/exports`)).json;
  const found = await ended(server, `${work}/exports/${String(newest.id)}`);
  expect(found.status).toBe('done');
  expect(found.segments.reused).toBeGreaterThanOrEqual(kept);
}, 240_000);
