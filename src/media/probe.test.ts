import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findFfmpeg } from './ffmpeg.ts';
import { loadPicture } from './load-picture.ts';
import { probe } from './probe.ts';
import { readContainer } from './probe-thread.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

let ffmpeg: string;
let directory: string;
beforeAll(async () => {
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  directory = await mkdtemp(join(tmpdir(), 'scenewright-probe-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function clip(name: string, source: string, ...output: string[]): Promise<string> {
  const path = join(directory, name);
  await runFfmpeg({ ffmpeg, doing: 'making a test clip', args: ['-f', 'lavfi', '-i', source, ...output, path] });
  return path;
}

async function written(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, bytes);
  return path;
}

/** A JPEG of 60x40, red with a blue top left corner, whose EXIF says how it lies. */
function turnedJpeg(orientation: number): Buffer {
  const canvas = createCanvas(60, 40);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f00';
  context.fillRect(0, 0, 60, 40);
  context.fillStyle = '#00f';
  context.fillRect(0, 0, 20, 10);
  const jpeg = canvas.toBuffer('image/jpeg', 95);
  const exif = Buffer.from('ffe10000' + '4578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  exif.writeUInt16BE(exif.length - 2, 2);
  exif.writeUInt16BE(orientation, 28);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** The first bytes of a PNG that claims a size; nothing behind them. */
function pngHeader(width: number, height: number): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080200000000000000', 'hex');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return header;
}

describe('videos', () => {
  test.each([
    ['30000/1001', 'mp4', { num: 30000, den: 1001 }],
    ['179/6', 'mp4', { num: 179, den: 6 }],
    ['24000/1001', 'mkv', { num: 24000, den: 1001 }],
    ['25', 'mov', { num: 25, den: 1 }],
    ['30', 'avi', { num: 30, den: 1 }],
    ['30000/1001', 'ts', { num: 30000, den: 1001 }],
  ])('a rate of %s in %s is read as an exact fraction', async (rate, extension, fps) => {
    const path = await clip(
      `rate-${rate.replace('/', '-')}.${extension}`,
      `testsrc2=size=160x90:rate=${rate}:duration=1.5`,
    );
    expect((await probe(path, { ffmpeg })).fps).toEqual(fps);
  });

  test('length, frames, size and sound are those of the file', async () => {
    const path = await clip('facts.mp4', 'testsrc2=size=160x90:rate=25:duration=2', '-c:v', 'libx264');
    expect(await probe(path, { ffmpeg })).toMatchObject({
      kind: 'video',
      mime: 'video/mp4',
      width: 160,
      height: 90,
      durationS: 2,
      frameCount: 50,
      hasAudio: false,
      rotation: 0,
      pixelAspect: 1,
      codec: 'h264',
    });
  });

  test('width and height are as shown: turned, and with square pixels', async () => {
    const path = await clip('wide.mp4', 'testsrc2=size=160x90:rate=25:duration=1,setsar=4/3', '-c:v', 'libx264');
    expect(await probe(path, { ffmpeg })).toMatchObject({ width: 213, height: 90, pixelAspect: 4 / 3 });
    const upright = await clip('upright.mp4', 'testsrc2=size=160x90:rate=25:duration=1', '-c:v', 'libx264');
    const bytes = await readFile(upright);
    const matrix = bytes.indexOf(
      Buffer.from('00010000000000000000000000000000000100000000000000000000000000004000', 'hex'),
      bytes.indexOf('tkhd'),
    );
    for (const [at, value] of [0, 0x10000, 0, -0x10000, 0, 0, 90 << 16, 0, 0x40000000].entries())
      bytes.writeInt32BE(value, matrix + at * 4);
    const turned = await written('turned.mp4', bytes);
    expect(await probe(turned, { ffmpeg })).toMatchObject({ width: 90, height: 160, rotation: 90 });
  });

  test.each([
    ['an empty file', () => written('empty.mp4', ''), /empty/],
    [
      'a playlist, which could name other files',
      () => written('list.mp4', '#EXTM3U\n#EXTINF:1,\n/etc/passwd\n'),
      /not a picture, video or sound/,
    ],
    ['a directory', () => Promise.resolve(directory), /not a file/],
    ['a file that is not there', () => Promise.resolve(join(directory, 'absent.mp4')), /no such file/],
    [
      'a video without its index',
      async () =>
        written(
          'no-index.mp4',
          (await readFile(await clip('a.mp4', 'testsrc2=size=320x180:duration=2'))).subarray(0, 20_000),
        ),
      /cut short/,
    ],
    [
      'a video without its end',
      async () => {
        const whole = await readFile(
          await clip('b.mp4', 'testsrc2=size=320x180:duration=2', '-movflags', '+faststart'),
        );
        return written('no-end.mp4', whole.subarray(0, whole.length / 2));
      },
      /cut short/,
    ],
  ])('%s is refused in one line', async (_what, make, reason) => {
    const failure = await probe(await make(), { ffmpeg }).catch((thrown: unknown) => thrown as Error);
    expect(failure).toMatchObject({ code: 'media_unreadable' });
    expect((failure as Error).message).toMatch(reason);
    expect((failure as Error).message).not.toContain('\n');
  });

  test('a reader that takes too long is ended, and the next one works', async () => {
    const path = await clip('slow.mp4', 'testsrc2=size=160x90:rate=25:duration=1');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const reading = readContainer(path, 1000);
    vi.advanceTimersByTime(20_000); // at once, before an answer can come
    vi.useRealTimers();
    expect(await reading).toEqual({ status: 'broken', reason: 'reading it took longer than 20 s' });
    await expect(probe(path, { ffmpeg })).resolves.toMatchObject({ frameCount: 25 });
  });
});

describe('pictures', () => {
  test('a picture on its side is measured and loaded upright', async () => {
    const path = await written('turned.jpg', turnedJpeg(6));
    expect(await probe(path, { ffmpeg })).toMatchObject({ kind: 'image', mime: 'image/jpeg', width: 40, height: 60 });
    const canvas = await loadPicture(path, { maxPixels: 1_000_000 });
    const [red, , blue] = canvas.getContext('2d').getImageData(36, 3, 1, 1).data;
    expect({ width: canvas.width, height: canvas.height, isBlue: (blue ?? 0) > 200 && (red ?? 255) < 50 }).toEqual({
      width: 40,
      height: 60,
      isBlue: true,
    });
  });

  test('a large picture is scaled down to the pixels that were asked for', async () => {
    const path = await written('large.png', createCanvas(400, 200).toBuffer('image/png'));
    const canvas = await loadPicture(path, { maxPixels: 20_000 });
    expect([canvas.width, canvas.height]).toEqual([200, 100]);
  });

  test('a picture of 60,000 px is refused by its header', async () => {
    const path = await written('vast.png', pngHeader(60_000, 60_000));
    await expect(probe(path, { ffmpeg })).rejects.toThrow(/60000x60000 is more than 16384 px/);
    await expect(loadPicture(path, { maxPixels: 1000 })).rejects.toThrow(/60000x60000/);
    await expect(probe(await written('many.png', pngHeader(16_000, 16_000)), { ffmpeg })).rejects.toThrow(
      /100 megapixels/,
    );
  });

  test('a text file named .jpg is refused', async () => {
    const path = await written('words.jpg', 'these are words');
    await expect(probe(path, { ffmpeg })).rejects.toThrow('words.jpg cannot be read: it is not a picture');
    await expect(loadPicture(path, { maxPixels: 1000 })).rejects.toMatchObject({ code: 'media_unreadable' });
  });

  test('a picture cut short is refused when it is loaded', async () => {
    const path = await written('half.png', pngHeader(30, 30));
    await expect(loadPicture(path, { maxPixels: 1000 })).rejects.toThrow(/damaged/);
  });
});
