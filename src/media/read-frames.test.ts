import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFfmpeg } from './ffmpeg.ts';
import { readFrames } from './read-frames.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

let ffmpeg: string;
let directory: string;
let path: string;
beforeAll(async () => {
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  directory = await mkdtemp(join(tmpdir(), 'scenewright-frames-'));
  path = join(directory, 'grey.mkv');
  const ramp = 'color=black:size=64x48:rate=25:duration=2,format=gray,geq=lum=N*5'; // frame n is grey 5n
  await runFfmpeg({
    ffmpeg,
    doing: 'making a clip',
    args: ['-f', 'lavfi', '-i', ramp, '-c:v', 'ffv1', '-pix_fmt', 'gray', path],
  });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('every frame arrives whole and in order', async () => {
  const greys: number[] = [];
  const onFrame = (pixels: Uint8Array): void => void greys.push(pixels[16 * 12 - 1] ?? -1);
  const { frameCount } = await readFrames({ ffmpeg, path, width: 16, height: 12, pixelFormat: 'gray', onFrame });
  expect(frameCount).toBe(50);
  expect(greys).toEqual(Array.from({ length: 50 }, (_none, frame) => frame * 5));
});

test('a part is read at another rate', async () => {
  const taken: number[] = [];
  const onFrame = (pixels: Uint8Array): void => void taken.push(pixels.length);
  await readFrames({
    ffmpeg,
    path,
    width: 10,
    height: 10,
    pixelFormat: 'rgb24',
    fps: { num: 5, den: 1 },
    startS: 1,
    durationS: 1,
    onFrame,
  });
  expect(taken).toEqual([300, 300, 300, 300, 300]);
});

test('a failure while taking a frame ends the reading', async () => {
  const failure = new Error('enough');
  const onFrame = (): Promise<void> => Promise.reject(failure);
  await expect(readFrames({ ffmpeg, path, width: 16, height: 12, pixelFormat: 'gray', onFrame })).rejects.toBe(failure);
});
