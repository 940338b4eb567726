import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Peaks } from '#contract/derived.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { soundLengthS, toneIn } from '#render/film-on-trial.ts';
import { linesOf, makerOf, type MadeWork } from '../../test/made-over-http.ts';
import { formOf, openTestServer, type TestServer } from '../../test/open-test-server.ts';
import { solidPng } from '../../test/solid-png.ts';

let server: TestServer;
let tone: Buffer;
const { ask, aWork } = makerOf(() => server);

beforeAll(async () => {
  server = await openTestServer();
  tone = await aTone(1000, 20);
});
afterAll(() => server[Symbol.asyncDispose]());

/** A tone at a quarter of full scale. */
async function aTone(hertz: number, lengthS: number): Promise<Buffer> {
  const path = join(server.place.directory, `${String(hertz)}.wav`);
  const source = `aevalsrc='0.25*sin(2*PI*${String(hertz)}*t)':d=${String(lengthS)}:s=48000`;
  const args = ['-f', 'lavfi', '-i', source, '-y', path];
  await runFfmpeg({ ffmpeg: server.world.ffmpeg.path, doing: 'making a tone', args });
  return readFile(path);
}

/** A work of two stills of three seconds, with half a second of fade between them. */
async function aFilm(): Promise<MadeWork> {
  const work = await aWork({ resolution: { width: 96, height: 128 } });
  await ask('PUT', work.path, { body: { scenes: linesOf('a', 'b') } });
  for (const index of [0, 1]) {
    const form = formOf({ field: 'file', bytes: solidPng('green', 9), name: 'a.png' });
    expect((await ask('POST', `${work.path}/media/scene/${String(index)}/image`, { form })).status).toBe(200);
  }
  return work;
}

const giveMusic = (work: MadeWork, bytes: Buffer) =>
  ask('POST', `${work.path}/media/audio`, { form: formOf({ field: 'audio', bytes, name: 'tone.wav' }) });

async function soundOf(work: MadeWork, headers: Readonly<Record<string, string>> = {}) {
  const response = await server.raw('GET', `${work.path}/sound`, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  const path = join(server.place.directory, `${work.id}.m4a`);
  await writeFile(path, bytes);
  return { status: response.status, headers: response.headers, etag: response.headers.get('etag') ?? '', bytes, path };
}

describe('the sound of an edit', () => {
  test('is silence as long as the film where nothing sounds, and a work without a film has none', async () => {
    const work = await aFilm();
    const sound = await soundOf(work);
    expect([sound.status, sound.headers.get('content-type')]).toEqual([200, 'audio/mp4']);
    const { timeline } = (await ask('GET', `${work.path}/edit`)).json;
    expect(timeline.clips).toHaveLength(2);
    expect(soundLengthS(sound.path)).toBeGreaterThan(4);
    expect(toneIn(sound.path, 1000, 0, 4)).toBeLessThan(0.001);
    expect((await ask('GET', `${(await aWork()).path}/sound`)).json.code).toBe('work_has_no_scenes');
  });

  test('is the music of the work at the volume of the saved edit, with another ETag for another volume', async () => {
    const work = await aFilm();
    await giveMusic(work, tone);
    const full = await soundOf(work);
    expect(toneIn(full.path, 1000, 1, 2)).toBeCloseTo(0.25, 2);
    await ask('PUT', work.path, { body: { editorState: { audioVolume: 0.5 } } });
    const half = await soundOf(work);
    expect(toneIn(half.path, 1000, 1, 2)).toBeCloseTo(0.125, 2);
    expect(half.etag).not.toBe(full.etag);
    expect((await soundOf(work, { 'if-none-match': half.etag })).status).toBe(304);
    const piece = await soundOf(work, { range: 'bytes=10-19' });
    expect([piece.status, piece.bytes]).toEqual([206, half.bytes.subarray(10, 20)]);
  });

  test('is the very sound of the export: the same packets', async () => {
    const work = await aFilm();
    await giveMusic(work, tone);
    const sound = await soundOf(work);
    const exported = (await ask('POST', `${work.path}/exports`, { body: { quality: 'draft' } })).json;
    const film = await server.raw('GET', await fileOf(work, exported.id));
    const path = join(server.place.directory, 'film.mp4');
    await writeFile(path, Buffer.from(await film.arrayBuffer()));
    expect(await packetsOf(path)).toEqual(await packetsOf(sound.path));
  });

  test('asked for by many at once is mixed once; a changed edit ends the older mix, and says so', async () => {
    const work = await aFilm();
    await giveMusic(work, tone);
    await ask('PUT', work.path, { body: { editorState: { audioVolume: 0.4 } } });
    const asked = Array.from({ length: 10 }, () => ask('GET', `${work.path}/sound`));
    await ask('PUT', work.path, { body: { editorState: { audioVolume: 0.3 } } });
    const newest = await soundOf(work);
    expect(newest.status).toBe(200);
    for (const { status, json } of await Promise.all(asked)) {
      if (status !== 200) expect([status, json.error]).toEqual([409, expect.stringContaining('changed meanwhile')]);
    }
    expect(toneIn(newest.path, 1000, 1, 2)).toBeCloseTo(0.075, 2);
  });

  test('says which asset is missing, and is not asked for one that is muted', async () => {
    const work = await aFilm();
    const form = formOf({ field: 'file', bytes: await aTone(700, 4), name: 'voice.wav' });
    const asset = (await ask('POST', `/projects/${work.projectId}/assets`, { form })).json;
    const voice = { id: 'v', start: 1, end: 3, kind: 'voice', assetId: asset.id };
    const edit = (muted: boolean) => ({ editorState: { editorData: { audioTrack: [{ ...voice, muted }] } } });
    expect((await ask('PUT', work.path, { body: edit(false) })).status).toBe(200);
    expect(toneIn((await soundOf(work)).path, 700, 1.1, 1.5)).toBeCloseTo(0.25, 2);
    const { json } = await ask('GET', `${work.path}/edit`);
    await rm(server.world.files.pathOf(json.timeline.audio[0].media.sha256));
    await ask('PUT', work.path, { body: { editorState: { loudnessLufs: -20 } } });
    expect((await ask('GET', `${work.path}/sound`)).json).toMatchObject({
      code: 'asset_missing',
      details: { assetId: asset.id },
    });
    await ask('PUT', work.path, { body: edit(true) });
    expect((await soundOf(work)).status).toBe(200);
  });

  test('the music of a work has a waveform, and the edit says where', async () => {
    const work = await aFilm();
    await giveMusic(work, tone);
    const { timeline, sources } = (await ask('GET', `${work.path}/edit`)).json;
    const { peaksUrl } = sources[timeline.audio[0].media.sha256];
    const peaks = Peaks.parse((await ask('GET', peaksUrl.replace('/api', ''))).json);
    expect(peaks.peaks[50]).toBeCloseTo(0.25, 1);
    expect((await ask('GET', `${(await aWork()).path}/media/audio/peaks`)).status).toBe(404);
  });
});

async function fileOf(work: MadeWork, exportId: string): Promise<string> {
  for (;;) {
    const { status } = (await ask('GET', `${work.path}/exports/${exportId}`)).json;
    if (status === 'done') return `${work.path}/exports/${exportId}/file`;
    expect(['queued', 'running']).toContain(status);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** The encoded sound of a file, packet by packet. */
async function packetsOf(path: string): Promise<readonly string[]> {
  const out = `${path}.md5`;
  await runFfmpeg({
    ffmpeg: server.world.ffmpeg.path,
    doing: 'reading packets',
    args: ['-y', '-i', path, '-map', '0:a', '-c', 'copy', '-f', 'framemd5', out],
  });
  const lines = (await readFile(out, 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.split(',').at(-1)?.trim() ?? '');
}
