import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MediaInput } from '../provider.ts';
import { sampleFrames } from './sample-frames.ts';

let directory = '';
let ffmpeg = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sample-frames-'));
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** A video that is as bright as it is old: so many levels a second. */
async function aVideo(name: string, { durationS = 6, fps = 10, levels = 20, size = '64x64', more = [] as string[] }) {
  const path = join(directory, name);
  const source = `color=black:s=${size}:r=${fps}:d=${durationS},geq=lum='16+T*${levels}*219/255':cb=128:cr=128`;
  const args = ['-f', 'lavfi', '-i', source, '-pix_fmt', 'yuv420p', '-g', '25', ...more, path];
  await runFfmpeg({ ffmpeg, args, doing: 'making a video' });
  return { path, mime: 'video/mp4', sha256: 'v', name } satisfies MediaInput;
}

async function sampled(video: MediaInput, durationS: number | null, most?: number) {
  const scratch = join(directory, `${video.name ?? ''}-scratch`);
  await mkdir(scratch);
  return sampleFrames(video, durationS, { ffmpeg, scratch, signal: new AbortController().signal }, most);
}

async function looked(path: string) {
  const picture = await loadImage(path);
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  const [level = 0] = canvas.getContext('2d').getImageData(picture.width >> 1, picture.height >> 1, 1, 1).data;
  return { level, width: picture.width, height: picture.height };
}

test('stills lie evenly over a video, two a second, and each is of the second it says', async () => {
  const frames = await sampled(await aVideo('short.mp4', {}), 6);
  expect(frames.map(({ atS }) => atS)).toEqual(Array.from({ length: 12 }, (_, place) => 0.25 + place * 0.5));
  for (const { atS, picture } of frames) {
    expect(Math.abs((await looked(picture.path)).level - atS * 20)).toBeLessThan(5);
    expect(picture).toMatchObject({ mime: 'image/jpeg', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  }
});

test('a long video gives two dozen, each sought by itself', async () => {
  const frames = await sampled(await aVideo('long.mp4', { durationS: 96, fps: 5, levels: 2 }), 96);
  expect(frames).toHaveLength(24);
  for (const { atS, picture } of frames) {
    expect(Math.abs((await looked(picture.path)).level - atS * 2)).toBeLessThan(4);
  }
});

test('a model that holds little is shown fewer, over the whole length still', async () => {
  const frames = await sampled(await aVideo('few.mp4', {}), 6, 3);
  expect(frames.map(({ atS }) => atS)).toEqual([1, 3, 5]);
});

test('stills are no larger than a model looks, and as wide as the video is shown', async () => {
  const wide = await aVideo('wide.mp4', { durationS: 1, more: ['-vf', 'scale=720:1280,setsar=2'] });
  const [first] = await sampled(wide, 1);
  expect(await looked(first?.picture.path ?? '')).toMatchObject({ width: 1024, height: 910 });
});

test('a video whose length nobody knows gives what it has', async () => {
  const frames = await sampled(await aVideo('unknown.mp4', { durationS: 3 }), null);
  expect(frames.map(({ atS }) => atS)).toEqual([0.5, 1.5, 2.5]);
});

test('a video that ends before its first still is a problem', async () => {
  const video = await aVideo('over.mp4', { durationS: 1 });
  await expect(sampled(video, 50)).rejects.toMatchObject({ code: 'media_unreadable' });
});
