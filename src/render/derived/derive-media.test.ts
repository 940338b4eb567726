import { readFileSync, writeFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Peaks, type DerivedKind } from '#contract/derived.ts';
import { FILMSTRIP_FRAMES } from '#contract/filmstrip.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { loadPicture } from '#media/load-picture.ts';
import { probe } from '#media/probe.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gpsJpeg, GPS_MARK } from '../../../test/gps-jpeg.ts';
import { deriveMedia } from './derive-media.ts';

let ffmpeg: string;
let directory: string;
const at = (name: string): string => join(directory, name);
const make = (args: readonly string[]) => runFfmpeg({ ffmpeg, doing: 'making a test file', args });
beforeAll(async () => {
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  directory = await mkdtemp(join(tmpdir(), 'derived-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function derived(kind: DerivedKind, name: string): Promise<string> {
  const facts = await probe(at(name), { ffmpeg });
  const outputPath = at(`${name}-${kind}`);
  const signal = new AbortController().signal;
  await deriveMedia(kind, { ffmpeg, path: at(name), facts, name, outputPath, signal });
  return outputPath;
}

/** The numbers of a video's keyframes. */
async function keyframes(path: string): Promise<number[]> {
  const { stderr } = await make(['-i', path, '-map', '0:v:0', '-vf', 'showinfo', '-f', 'null', '-']);
  return [...stderr.matchAll(/ n: *(\d+) .*?iskey:1/g)].map(([, frame]) => Number(frame));
}

test('the proxy of a large clip has a short side of 540, closed groups of 15 frames, and the clip’s rate and sound', async () => {
  const large = [
    ['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=30:duration=1.5'],
    ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1.5'],
    [
      '-metadata',
      'location=+48.1+011.5/',
      '-pix_fmt',
      'yuv420p',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      at('large.mp4'),
    ],
  ];
  await make(large.flat());
  const proxy = await derived('proxy', 'large.mp4');
  expect(await probe(proxy, { ffmpeg })).toMatchObject({
    mime: 'video/mp4',
    width: 960,
    height: 540,
    frameCount: 45,
    fps: { num: 30, den: 1 },
    hasAudio: true,
    codec: 'h264',
    pixelAspect: 1,
  });
  expect(await keyframes(proxy)).toEqual([0, 15, 30]);
  const bytes = readFileSync(proxy);
  expect(bytes.includes('+48.1')).toBe(false);
  expect(bytes.includes('open_gop=0')).toBe(true); // x264 writes its settings into the stream
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
});

test('a tall clip lying on its side gets an upright proxy and poster', async () => {
  await make([
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=320x180:rate=10:duration=0.5',
    '-pix_fmt',
    'yuv420p',
    at('lying.mp4'),
  ]);
  await make(['-display_rotation', '90', '-i', at('lying.mp4'), '-c', 'copy', at('turned.mp4')]);
  expect(await probe(await derived('proxy', 'turned.mp4'), { ffmpeg })).toMatchObject({ width: 180, height: 320 });
  expect(await probe(await derived('poster', 'turned.mp4'), { ffmpeg })).toMatchObject({ width: 180, height: 320 });
});

test('a filmstrip shows evenly spaced moments, also of a video with fewer frames than places', async () => {
  // Red for the first half, blue for the second.
  const halves = 'color=red:s=64x36:r=10:d=1[a];color=blue:s=64x36:r=10:d=1[b];[a][b]concat=n=2';
  await make(['-filter_complex', halves, '-pix_fmt', 'yuv420p', at('halves.mp4')]);
  const strip = await derived('filmstrip', 'halves.mp4');
  const canvas = await loadPicture(strip, { maxPixels: 10_000_000 });
  expect([canvas.width, canvas.height]).toEqual([FILMSTRIP_FRAMES * 160, 90]);
  const isRed = Array.from({ length: FILMSTRIP_FRAMES }, (_, place) => {
    const [red = 0, , blue = 0] = canvas.getContext('2d').getImageData(place * 160 + 80, 45, 1, 1).data;
    return red > blue;
  });
  expect(isRed).toEqual(Array.from({ length: FILMSTRIP_FRAMES }, (_, place) => place < FILMSTRIP_FRAMES / 2));
});

test('a filmstrip of a long video shows the right moments too, wherever its keyframes are', async () => {
  const halves = 'color=red:s=64x36:r=2:d=65[a];color=blue:s=64x36:r=2:d=65[b];[a][b]concat=n=2';
  await make(['-filter_complex', halves, '-pix_fmt', 'yuv420p', '-g', '1000', '-sc_threshold', '0', at('long.mp4')]);
  const canvas = await loadPicture(await derived('filmstrip', 'long.mp4'), { maxPixels: 10_000_000 });
  expect([canvas.width, canvas.height]).toEqual([FILMSTRIP_FRAMES * 160, 90]);
  const [before, after] = [FILMSTRIP_FRAMES / 2 - 1, FILMSTRIP_FRAMES / 2].map((place) => {
    const [red = 0, , blue = 0] = canvas.getContext('2d').getImageData(place * 160 + 80, 45, 1, 1).data;
    return red > blue ? 'red' : 'blue';
  });
  expect([before, after]).toEqual(['red', 'blue']);
});

test.each([
  ['mono', 1],
  ['stereo', 2],
])('the peaks of a known %s tone are its level, and silence is 0', async (name, channels) => {
  const tone = `aevalsrc='${Array.from({ length: channels }, () => 'if(lt(t,0.5),0.5*sin(2*PI*1000*t),0)').join('|')}':d=1:s=48000`;
  await make(['-f', 'lavfi', '-i', tone, at(`${name}.wav`)]);
  const peaks = Peaks.parse(JSON.parse(readFileSync(await derived('peaks', `${name}.wav`), 'utf8')));
  expect(peaks).toMatchObject({ version: 1, channels: 1, sampleRate: 48_000, samplesPerPixel: 480 });
  expect(peaks.peaks.map((peak) => Math.round(peak * 100) / 100)).toEqual(
    Array.from({ length: 100 }, (_, place) => (place < 50 ? 0.5 : 0)),
  );
});

test('a video without sound has no peaks', async () => {
  await make(['-f', 'lavfi', '-i', 'testsrc2=size=64x36:rate=10:duration=0.3', '-pix_fmt', 'yuv420p', at('mute.mp4')]);
  expect(JSON.parse(readFileSync(await derived('peaks', 'mute.mp4'), 'utf8'))).toMatchObject({
    channels: 0,
    peaks: [],
  });
});

test('the poster of a photo is small and upright, and does not say where it was taken', async () => {
  writeFileSync(at('photo.jpg'), gpsJpeg({ width: 1600, height: 1200, orientation: 6 }));
  expect(readFileSync(at('photo.jpg')).includes(GPS_MARK)).toBe(true);
  const poster = await derived('poster', 'photo.jpg');
  expect(await probe(poster, { ffmpeg })).toMatchObject({ mime: 'image/jpeg', width: 480, height: 640 });
  const bytes = readFileSync(poster);
  expect(bytes.includes(GPS_MARK)).toBe(false);
  expect(bytes.includes('Exif')).toBe(false);
});

test('a small picture stays as large as it is, on white', async () => {
  writeFileSync(at('small.png'), createCanvas(40, 20).toBuffer('image/png'));
  const canvas = await loadPicture(await derived('poster', 'small.png'), { maxPixels: 10_000 });
  expect([canvas.width, canvas.height]).toEqual([40, 20]);
  expect([...canvas.getContext('2d').getImageData(5, 5, 1, 1).data]).toEqual([255, 255, 255, 255]);
});
