import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnalysisResult } from '#contract/analysis.ts';
import { Peaks } from '#contract/derived.ts';
import { probe } from '#media/probe.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { listScenes } from '#store/scenes.ts';
import { sweepMedia } from '#store/sweep-media.ts';
import { updateWork } from '#store/works.ts';
import { runDerivation } from '#studio/media/run-derivation.ts';
import { keepUserMedia } from '#studio/media/keep-user-media.ts';
import { gpsJpeg, GPS_MARK } from '../../test/gps-jpeg.ts';
import { solidPng as png } from '../../test/solid-png.ts';
import { formOf, openTestServer, type TestServer } from '../../test/open-test-server.ts';

let server: TestServer;
let projectId: string;
let media: Readonly<Record<'clip' | 'other' | 'tone' | 'quiet', Buffer>>;
beforeAll(async () => {
  server = await openTestServer();
  projectId = (await server.ask('POST', '/projects', { body: { name: 'Media' } })).json.id;
  const tone = (level: string) => ['-f', 'lavfi', '-i', `aevalsrc='${level}*sin(2*PI*880*t)':d=2:s=48000`];
  const picture = (source: string) => ['-f', 'lavfi', '-i', `${source}=size=128x72:rate=30:duration=1`];
  const video = ['-pix_fmt', 'yuv420p', '-shortest'];
  media = {
    clip: await made('clip.mp4', [...picture('testsrc2'), ...tone('0.25'), ...video]),
    other: await made('other.mov', [...picture('smptebars'), ...video]),
    tone: await made('tone.wav', tone('0.5')),
    quiet: await made('quiet.flac', tone('0.125')),
  };
});
afterAll(() => server[Symbol.asyncDispose]());

/** A file made by FFmpeg, as bytes. */
async function made(name: string, args: readonly string[]): Promise<Buffer> {
  const path = join(server.place.directory, name);
  await runFfmpeg({ ffmpeg: server.world.ffmpeg.path, doing: 'making a test file', args: [...args, path] });
  return readFile(path);
}

async function aWork(): Promise<string> {
  const { json } = await server.ask('POST', `/projects/${projectId}/works`, {
    body: { name: 'W', resolution: { width: 128, height: 72 } },
  });
  const path = `/projects/${projectId}/works/${json.id}`;
  const scene = { duration_seconds: 1, image_prompt: 'a', negative_prompt: '', video_prompt: 'b', transition: 'cut' };
  const scenes = [0, 1].map((scene_index) => ({ ...scene, scene_index }));
  expect((await server.ask('PUT', path, { body: { scenes } })).status).toBe(200);
  return path;
}

const send = (path: string, bytes: Uint8Array, name: string, field = 'file', type = 'application/octet-stream') =>
  server.ask('POST', path, { form: formOf({ field, bytes, name, type }) });

async function bytesOf(path: string, status = 200): Promise<{ bytes: Buffer; type: string }> {
  const response = await server.raw('GET', path);
  expect(response.status).toBe(status);
  return { bytes: Buffer.from(await response.arrayBuffer()), type: response.headers.get('content-type') ?? '' };
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Every file of the media store. */
async function filesOnDisk(folders = ['files', 'derived']): Promise<string[]> {
  const found = folders.map((name) =>
    readdir(join(server.place.directory, name), { recursive: true, withFileTypes: true }),
  );
  return (await Promise.all(found))
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the reference video', () => {
  test('it is not there, then it is; another one clears the analysis, the same one keeps it', async () => {
    const work = await aWork();
    expect((await server.ask('GET', `${work}/media/reference`)).status).toBe(404);
    const sent = await send(`${work}/media/reference`, media.clip, 'clip.mp4', 'video');
    expect([sent.status, sent.json]).toEqual([200, { ok: true }]);
    expect((await server.ask('GET', work)).json).toMatchObject({ hasReferenceVideo: true });
    expect(await bytesOf(`${work}/media/reference`)).toEqual({ bytes: media.clip, type: 'video/mp4' });

    const measured = { overall_tone: 'calm', tempo: 'slow', has_text_overlay: false } as const;
    const analysis: AnalysisResult = { ...measured, color_palette: [], scene_count: 0, scenes: [] };
    const id = work.split('/').at(-1) ?? '';
    await updateWork(server.world.database.kysely, id, { analysis }, { by: 'server' });
    await send(`${work}/media/reference`, media.clip, 'again.mp4', 'video');
    expect((await server.ask('GET', work)).json.analysis).toMatchObject({ overall_tone: 'calm' });

    await send(`${work}/media/reference`, media.other, 'other.mov', 'video');
    expect((await server.ask('GET', work)).json.analysis).toBeNull();
    expect(await bytesOf(`${work}/media/reference`)).toEqual({ bytes: media.other, type: 'video/quicktime' });
    expect(await server.world.files.has(sha256Of(media.clip))).toBe(false); // nobody else has it
    expect((await bytesOf(`${work}/media/reference/poster`)).type).toBe('image/jpeg');
  });

  test('a picture is no reference, and an upload does not fail an autosave that is under way', async () => {
    const work = await aWork();
    const { headers } = await server.ask('GET', work);
    const refused = await send(`${work}/media/reference`, png('red'), 'clip.mp4', 'video', 'video/mp4');
    expect([refused.status, refused.json.code]).toEqual([415, 'unsupported_media']);
    expect(refused.json.error).toContain('it is image/png');
    await send(`${work}/media/reference`, media.other, 'other.mov', 'video');
    const saved = await server.ask('PUT', work, {
      body: { name: 'Autosaved' },
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
    expect(saved.status).toBe(200);
  });
});

describe('the picture and the clip of a scene', () => {
  test('what is sent is served unaltered, and one that replaces it at once, with its own type', async () => {
    const work = await aWork();
    const address = `${work}/media/scene/0/image`;
    expect((await server.ask('GET', address)).status).toBe(404);
    const sent = await send(address, png('red'), 'a.png');
    expect([sent.status, sent.json]).toEqual([200, { ok: true, url: `/api${address}` }]);
    expect(await bytesOf(address)).toEqual({ bytes: png('red'), type: 'image/png' });

    const jpeg = createCanvas(8, 8).toBuffer('image/jpeg');
    await send(address, jpeg, 'a.png', 'file', 'image/png');
    expect(await bytesOf(address)).toEqual({ bytes: jpeg, type: 'image/jpeg' });

    const { json } = await server.ask('GET', work);
    expect(json.generatedScenes[0]).toMatchObject({ imageUrl: `/api${address}`, status: 'image_ready' });
    const takes = (await server.ask('GET', `${work}/scenes/0/takes`)).json;
    expect(takes).toHaveLength(2);
    expect(takes[0]).toMatchObject({ origin: 'uploaded', kind: 'image', facts: { mime: 'image/jpeg', width: 8 } });
  });

  test('whatever can be decoded is found again', async () => {
    const work = await aWork();
    const canvas = createCanvas(8, 8);
    const pictures = {
      'image/gif': Buffer.from('R0lGODlhAQABAPAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
      'image/webp': canvas.toBuffer('image/webp'),
      'image/avif': await canvas.encode('avif'),
    };
    for (const [type, bytes] of Object.entries(pictures)) {
      expect((await send(`${work}/media/scene/1/image`, bytes, 'picture')).json).toMatchObject({ ok: true });
      expect(await bytesOf(`${work}/media/scene/1/image`)).toEqual({ bytes, type });
    }
    const source = ['-f', 'lavfi', '-i', 'testsrc2=size=64x36:rate=10:duration=0.3'];
    const clips = {
      'video/quicktime': media.other,
      'video/matroska': await made('c.mkv', [...source, '-pix_fmt', 'yuv420p']),
      'video/webm': await made('c.webm', [...source, '-c:v', 'libvpx', '-deadline', 'realtime']),
      'video/vnd.avi': await made('c.avi', source),
    };
    for (const [type, bytes] of Object.entries(clips)) {
      expect((await send(`${work}/media/scene/1/video`, bytes, 'clip')).json).toMatchObject({ ok: true });
      expect(await bytesOf(`${work}/media/scene/1/video`)).toEqual({ bytes, type });
      expect((await bytesOf(`${work}/scenes/1/poster`)).type).toBe('image/jpeg');
    }
    expect((await server.ask('GET', work)).json.generatedScenes[1]).toMatchObject({ status: 'done' });
  });

  test('a take of one’s own is told apart by its content, and stays picked beside the earlier ones', async () => {
    const work = await aWork();
    const picture = await send(`${work}/scenes/0/takes`, png('blue'), 'clip.mp4', 'file', 'video/mp4');
    const clip = await send(`${work}/scenes/0/takes`, media.clip, 'picture.png', 'anything', 'image/png');
    expect([picture.status, picture.json.kind]).toEqual([201, 'image']);
    expect([clip.status, clip.json.kind]).toEqual([201, 'video']);
    expect(clip.json).toMatchObject({ origin: 'uploaded', costMicroUsd: 0, facts: { frameCount: 30, hasAudio: true } });
    expect(await bytesOf(`${work}/media/scene/0/video`)).toEqual({ bytes: media.clip, type: 'video/mp4' });
    expect(await bytesOf(`/media/${picture.json.id}`)).toEqual({ bytes: png('blue'), type: 'image/png' });
    const [scene] = await listScenes(server.world.database.kysely, clip.json.workId);
    expect(scene).toMatchObject({ imagePinned: true, videoPinned: true }); // newer takes don't replace it by themselves
    expect((await server.ask('POST', `${work}/scenes/9/takes`, { form: new FormData() })).status).toBe(404);
  });
});

describe('what cannot be used', () => {
  test('it is refused with what was found, and nothing of it stays on the disk', async () => {
    const work = await aWork();
    const bomb = Buffer.from('89504e470d0a1a0a0000000d49484452000075300000753008020000000000000000', 'hex'); // 30000x30000
    const cases: readonly [bytes: Buffer | string, name: string, code: string, found: RegExp][] = [
      [
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        'a.svg',
        'media_unreadable',
        /an SVG/,
      ],
      ['<!doctype html><script>alert(1)</script>', 'a.png', 'media_unreadable', /a web page/],
      ['#EXTM3U\n#EXTINF:1,\n/etc/passwd\n', 'a.m3u8', 'media_unreadable', /text/],
      [Buffer.from('504b03041400000008000000', 'hex'), 'a.zip', 'media_unreadable', /zip/],
      [bomb, 'bomb.png', 'media_unreadable', /30000x30000/],
      [png('red', 400).subarray(0, 60), 'half.png', 'media_unreadable', /ends early/],
      [media.clip.subarray(0, media.clip.length / 2), 'half.mp4', 'media_unreadable', /cut short/],
      [media.tone, 'tone.mp4', 'unsupported_media', /it is audio\/.*wav.* takes image or video/],
      ['', 'empty.png', 'media_unreadable', /empty/],
    ];
    const before = await filesOnDisk(['files']);
    for (const [bytes, name, code, found] of cases) {
      const refused = await send(`${work}/scenes/0/takes`, Buffer.from(bytes as string), name, 'file', 'image/png');
      expect([name, refused.status, refused.json.code]).toEqual([name, 415, code]);
      expect(refused.json.error).toMatch(found);
      expect(refused.json.error).toContain(name);
      expect(refused.text).not.toContain(server.place.directory);
    }
    expect(await filesOnDisk(['files'])).toEqual(before);
    expect((await server.ask('GET', `${work}/scenes/0/takes`)).json).toEqual([]);
  });

  test('a picture that is a page too is served as the picture it is', async () => {
    const work = await aWork();
    const both = Buffer.concat([png('red'), Buffer.from('<script>alert(1)</script>')]);
    await send(`${work}/media/scene/0/image`, both, 'a.html', 'file', 'text/html');
    const response = await server.raw('GET', `${work}/media/scene/0/image`);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': expect.stringContaining('scene-0.png') as string,
    });
  });
});

describe('the music of a work', () => {
  test('it is heard in an export, and another one instead as soon as it is sent', async () => {
    const work = await aWork();
    for (const place of [0, 1]) await send(`${work}/media/scene/${place}/video`, media.other, 'mute.mov');
    expect((await server.ask('GET', `${work}/media/audio`)).status).toBe(404);
    const sent = await send(`${work}/media/audio`, media.tone, 'tone.wav', 'audio');
    expect([sent.status, sent.json]).toEqual([200, { ok: true, audioUrl: `/api${work}/media/audio` }]);
    expect((await bytesOf(`${work}/media/audio`)).bytes).toEqual(media.tone);
    expect((await server.ask('GET', work)).json.editorState.audioUrl).toBe(sent.json.audioUrl);
    expect(await loudestOfExport(work)).toBeCloseTo(0.5, 1);

    // With an edit of the client's own, too: the sound is part of it, at the volume it says.
    const editorState = {
      editorData: { videoTrack: [{ id: 'a', start: 0, end: 1, sceneIndex: 0 }], textTrack: [] },
      textOverlays: {},
      audioUrl: sent.json.audioUrl,
      audioVolume: 0.5,
    };
    expect((await server.ask('PUT', work, { body: { editorState } })).status).toBe(200);
    await send(`${work}/media/audio`, media.quiet, 'quiet.flac', 'audio');
    expect(await bytesOf(`${work}/media/audio`)).toEqual({ bytes: media.quiet, type: 'audio/flac' });
    expect((await server.ask('GET', work)).json.editorState).toMatchObject({
      audioUrl: sent.json.audioUrl,
      audioVolume: 0.5,
    });
    expect(await loudestOfExport(work)).toBeCloseTo(0.0625, 1);
  });
});

async function loudestOfExport(work: string): Promise<number> {
  const { json } = await server.ask('POST', `${work}/exports`, { body: { quality: 'draft' } });
  for (;;) {
    const found = (await server.ask('GET', `${work}/exports`)).json.find((one: { id: string }) => one.id === json.id);
    if (found.status === 'done') break;
    expect(['queued', 'running']).toContain(found.status);
    await new Promise((done) => setTimeout(done, 100));
  }
  const { bytes } = await bytesOf(`${work}/exports/${json.id}/file`);
  await send(`${work}/media/reference`, bytes, 'export.mp4', 'video');
  const peaks = Peaks.parse((await server.ask('GET', `${work}/media/reference/peaks`)).json);
  return Math.max(...peaks.peaks.slice(40, 60)); // clear of the fades
}

describe('what is made of media', () => {
  test('a clip has a poster, a filmstrip, a waveform and a proxy, under its scene and under its take', async () => {
    const work = await aWork();
    const { json: take } = await send(`${work}/scenes/0/takes`, media.clip, 'clip.mp4');
    const kinds = { poster: 'image/jpeg', filmstrip: 'image/jpeg', peaks: 'application/json', proxy: 'video/mp4' };
    for (const [kind, mime] of Object.entries(kinds)) {
      const ofScene = await bytesOf(`${work}/scenes/0/${kind}`);
      expect([kind, ofScene.type.split(';')[0]]).toEqual([kind, mime]);
      expect(await bytesOf(`${work}/scenes/0/takes/${take.id}/${kind}`)).toEqual(ofScene);
    }
    const peaks = Peaks.parse((await server.ask('GET', `${work}/scenes/0/peaks`)).json);
    expect(peaks.peaks[50]).toBeCloseTo(0.25, 1);
    const { headers } = await server.raw('GET', `${work}/scenes/0/proxy`, { headers: { range: 'bytes=0-3' } });
    expect(headers.get('content-range')).toMatch(/^bytes 0-3\//);
    expect((await server.ask('GET', `${work}/scenes/1/poster`)).status).toBe(404);
    expect((await server.ask('GET', `${work}/scenes/1/takes/${take.id}/poster`)).status).toBe(404);
  });

  test('the poster of a photo lies as the photo does, and does not say where it was taken', async () => {
    const work = await aWork();
    const photo = gpsJpeg({ width: 900, height: 600, orientation: 6 });
    await send(`${work}/media/scene/0/image`, photo, 'photo.jpg');
    expect((await bytesOf(`${work}/media/scene/0/image`)).bytes).toEqual(photo); // one's own file is one's own
    const { bytes } = await bytesOf(`${work}/scenes/0/poster`);
    expect([bytes.includes(GPS_MARK), bytes.includes('Exif')]).toEqual([false, false]);
    const path = join(server.place.directory, 'poster.jpg');
    await writeFile(path, bytes);
    expect(await probe(path, { ffmpeg: server.world.ffmpeg.path })).toMatchObject({ width: 427, height: 640 });
    expect((await server.ask('GET', `${work}/scenes/0/proxy`)).status).toBe(404);
  });

  test('a failure is remembered and told, and goes with the file', async () => {
    const work = await aWork();
    const { json: take } = await send(`${work}/scenes/0/takes`, png('green', 9), 'a.png');
    await bytesOf(`${work}/scenes/0/poster`);
    const folder = join(server.place.directory, 'derived', take.sha256);
    await rm(join(folder, 'poster-1.jpg'));
    await writeFile(server.world.files.pathOf(take.sha256), png('green', 9).fill(0, 40)); // the disk forgot some
    const refused = await server.ask('GET', `${work}/scenes/0/poster`);
    expect([refused.status, refused.json.code]).toEqual([415, 'media_unreadable']);
    expect(await readdir(folder)).toEqual(['poster-1.failed']);
    expect((await server.ask('GET', `${work}/scenes/0/poster`)).json).toEqual(refused.json);
    expect((await server.ask('DELETE', work)).status).toBe(204);
    await expect(readdir(folder)).rejects.toThrow(/ENOENT/);
  });

  test('the same bytes of two works are one file, and go with the last of them', async () => {
    const [first, second] = [await aWork(), await aWork()];
    const shared = png('purple', 11);
    const [one, two] = [
      await send(`${first}/scenes/0/takes`, shared, 'a.png'),
      await send(`${second}/scenes/0/takes`, shared, 'b.png'),
    ];
    const alike = ({ origin, sha256, facts, inputsHash }: Record<string, unknown>) => ({
      origin,
      sha256,
      facts,
      inputsHash,
    });
    expect(alike(two.json)).toEqual(alike(one.json)); // nothing says that somebody had it already
    const path = server.world.files.pathOf(one.json.sha256);
    await bytesOf(`${first}/scenes/0/poster`);
    await server.ask('DELETE', first);
    expect((await bytesOf(`${second}/media/scene/0/image`)).bytes).toEqual(shared);
    expect(await filesOnDisk()).toContain(path);
    await server.ask('DELETE', second);
    expect((await filesOnDisk()).filter((file) => file.includes(one.json.sha256) || file === path)).toEqual([]);
  });
});

describe('jobs that make it', () => {
  test('one that is stopped by closing is put back, and leaves nothing half made', async () => {
    const work = await aWork();
    const { json: take } = await send(`${work}/scenes/0/takes`, png('teal', 15), 'a.png');
    await bytesOf(`${work}/scenes/0/poster`);
    await rm(join(server.place.directory, 'derived', take.sha256), { recursive: true });
    const closing = AbortSignal.abort();
    const payload = { sha256: take.sha256, kind: 'filmstrip' };
    const job = { id: 'stopped', queue: 'derive', payload, attempt: 1, isLastAttempt: false, closing };
    const ended = await runDerivation(server.world, { ...job, signal: new AbortController().signal });
    expect(ended).toEqual({ status: 'again', afterMs: 0 });
    await expect(readdir(join(server.place.directory, 'derived', take.sha256))).rejects.toThrow(/ENOENT/);
    await expect(readdir(join(server.place.directory, 'scratch', 'stopped'))).rejects.toThrow(/ENOENT/);
  });
});

describe('media by id', () => {
  test('somebody else’s is as absent as what never was', async () => {
    const work = await aWork();
    const { json: take } = await send(`${work}/scenes/0/takes`, png('navy', 17), 'a.png');
    const as = await server.register('stranger@example.com');
    for (const [method, path] of [
      ['GET', '/media/ID'],
      ['POST', '/media/ID/sign'],
    ] as const) {
      const [theirs, nobodys] = [
        await server.ask(method, path.replace('ID', take.id), { as }),
        await server.ask(method, path.replace('ID', 'take_nobody'), { as }),
      ];
      expect([theirs.status, theirs.text]).toEqual([404, nobodys.text]);
    }
    expect((await server.ask('GET', `${work}/scenes/0/poster`, { as })).status).toBe(404);
    expect((await send(`${work}/scenes/0/takes`, png('navy'), 'a.png')).status).toBe(201);
    const refused = await server.ask('POST', `${work}/scenes/0/takes`, {
      form: formOf({ field: 'file', bytes: png('navy'), name: 'a.png' }),
      as,
    });
    expect(refused.status).toBe(404);
  });

  test('a result without a work is its user’s for 30 days, by id, and signed for anybody for five minutes', async () => {
    const { world } = server;
    const path = join(server.place.directory, 'result.png');
    await writeFile(path, png('orange', 13));
    const facts = await probe(path, { ffmpeg: world.ffmpeg.path });
    const kept = await keepUserMedia(world, world.owner, { copyOf: path, facts, filename: 'image' });
    expect(kept.id).toMatch(/^med_/);
    expect(Math.round((kept.expiresAt - world.clock.nowMs()) / 86_400_000)).toBe(30);
    expect(await bytesOf(`/media/${kept.id}`)).toEqual({ bytes: png('orange', 13), type: 'image/png' });

    expect((await server.ask('GET', `/media/${kept.id}`, { as: null })).status).toBe(401);
    const { json: signed } = await server.ask('POST', `/media/${kept.id}/sign`);
    expect(signed.expiresAt - world.clock.nowMs()).toBeGreaterThan(4 * 60_000);
    const opened = await fetch(`${server.origin}${signed.url}`);
    expect([opened.status, Buffer.from(await opened.arrayBuffer())]).toEqual([200, png('orange', 13)]);

    expect((await server.ask('GET', '/media/med_nobody')).status).toBe(404);
    expect((await server.ask('POST', '/media/take_nobody/sign')).status).toBe(404);
    await sweepMedia(world.database, world.files, { graceMs: -60_000 });
    expect((await server.ask('GET', `/media/${kept.id}`)).status).toBe(200);
  });
});
