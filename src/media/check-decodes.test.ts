import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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
  const path = resolve(directory, name);
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
  await expect(check(path)).rejects.toThrow(/It cannot be read: the picture ends early/);
});

/** A picture with something to see everywhere. */
async function aPicture(format: 'jpeg' | 'png' | 'webp' | 'avif'): Promise<Buffer> {
  const canvas = createCanvas(160, 90);
  const context = canvas.getContext('2d');
  for (let at = 0; at < 160; at++) {
    context.fillStyle = `hsl(${at * 37} 80% 50%)`;
    context.fillRect(at, (at * 29) % 90, 9, 30);
  }
  return format === 'jpeg' ? canvas.encode('jpeg') : canvas.encode(format as 'png');
}

/** Eight grey pixels by eight in two scans, as a progressive JPEG has them. */
const progressive = Buffer.from(
  [
    `ffd8 ffdb0043 00${'01'.repeat(64)} ffc2000b 08000800080101 1100`,
    `ffc40014 0001${'00'.repeat(16)} ffda0008 010100000000 7f`,
    `ffc40014 1001${'00'.repeat(16)} ffda0008 010100013f00 7f ffd9`,
  ]
    .join('')
    .replaceAll(' ', ''),
  'hex',
);

/** The same with a picture of its own in its header, as cameras write it. */
const withThumbnail = (jpeg: Buffer, thumbnail: Buffer): Buffer => {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(thumbnail.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, thumbnail, jpeg.subarray(2)]);
};

test.each([
  ['a JPEG', () => aPicture('jpeg')],
  ['a JPEG with a small picture in its header', async () => withThumbnail(await aPicture('jpeg'), progressive)],
  ['a progressive JPEG', () => progressive],
  ['a PNG', () => aPicture('png')],
  ['a WebP', () => aPicture('webp')],
  ['an AVIF', () => aPicture('avif')],
])('%s is let through whole and not in part', async (title, made) => {
  const whole = await made();
  const path = join(directory, title.replaceAll(' ', '-'));
  await check(await written(path, whole));
  for (const share of [0.5, 0.9]) {
    const part = await written(path, whole.subarray(0, Math.floor(whole.length * share)));
    await expect(check(part)).rejects.toThrow(/cannot be read: (it|the)/);
  }
  await expect(check(await written(path, whole.subarray(0, -2)))).rejects.toThrow(/cannot be read: (it|the)/);
});

test.each([
  ['a film', Buffer.from('....ftypmp42 and what follows')],
  ['another picture of which half is missing', progressive.subarray(0, 100)],
])('a JPEG that has %s behind its end is let through', async (_, tail) => {
  await check(await written('tail.jpg', Buffer.concat([await aPicture('jpeg'), tail])));
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
