import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDecodes } from './check-decodes.ts';
import { findFfmpeg } from './ffmpeg.ts';
import { probe } from './probe.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

let ffmpeg: string;
let directory: string;
beforeAll(async () => {
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  directory = await mkdtemp(join(tmpdir(), 'decodes-'));
});
afterAll(() => rm(directory, { recursive: true }));

const written = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const path = join(directory, name);
  await writeFile(path, bytes);
  return path;
};
const check = async (path: string): Promise<void> =>
  checkDecodes(path, await probe(path, { ffmpeg }), { ffmpeg, name: 'It' });

test('what can be decoded is let through', async () => {
  const clip = join(directory, 'clip.mp4');
  await runFfmpeg({
    ffmpeg,
    doing: 'making a test clip',
    args: ['-f', 'lavfi', '-i', 'testsrc2=size=64x36:duration=0.2', clip],
  });
  await check(clip);
  await check(await written('good.png', createCanvas(8, 8).toBuffer('image/png')));
});

test('a picture whose header is good and whose rest is not is refused', async () => {
  const png = createCanvas(300, 300).toBuffer('image/png');
  const path = await written('half.png', png.subarray(0, 60));
  await expect(check(path)).rejects.toThrow(/It cannot be read: it is damaged/);
});

test('a video whose frames are noise is refused, and the next one is looked at', async () => {
  const clip = join(directory, 'noise.mp4');
  await runFfmpeg({
    ffmpeg,
    doing: 'making a test clip',
    args: ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:duration=1', '-pix_fmt', 'yuv420p', clip],
  });
  const bytes = await readFile(clip);
  const [from, to] = [bytes.indexOf('mdat') + 4, bytes.indexOf('moov') - 4];
  for (let at = from; at < to; at++) bytes[at] = (at * 7919) & 0xff;
  await expect(check(await written('noise.mp4', bytes))).rejects.toThrow(/It cannot be read: it is video\/mp4 with/);
  await check(await written('after.png', createCanvas(8, 8).toBuffer('image/png')));
});

test('what is no media is named', async () => {
  const cases = [
    ['a.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'an SVG drawing'],
    ['b.jpg', '<!doctype html><script>alert(1)</script>', 'a web page'],
    ['c.mp4', 'just words', 'text'],
    ['d.mp4', Buffer.from('504b0304140000000800', 'hex'), 'application/zip'],
  ] as const;
  for (const [name, bytes, found] of cases) {
    await expect(check(await written(name, bytes))).rejects.toThrow(`but ${found}`);
  }
});
