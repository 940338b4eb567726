import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MediaRef } from '#contract/timeline.ts';
import { aFilm, bannerOf, lumasOf, SIZE, soundLengthS, toneIn, Trial } from './film-on-trial.ts';

const trial = new Trial();
let first: MediaRef;
let second: MediaRef;
const fade = (durationFrames: number) => ({ type: 'fade' as const, durationFrames });
const headline = { id: 't', text: 'Hi', fontSize: 16, centerY: -48, startFrame: 5, endFrame: 15 };

beforeAll(async () => {
  first = await trial.countingClip('first.mp4', { first: 20, frames: 40 });
  second = await trial.countingClip('second.mp4', { first: 120, frames: 40 });
});
afterAll(() => trial[Symbol.dispose]());

test('every frame of the film is the frame the timeline asks for, with a fade between', async () => {
  const report = await trial.export(
    aFilm({
      clips: [
        { id: 'a', media: first, startFrame: 0, endFrame: 30, sourceStartFrame: 7, transition: fade(6) },
        { id: 'b', media: second, startFrame: 30, endFrame: 50, sourceStartFrame: 3 },
      ],
    }),
  );
  const lumas = lumasOf(trial.outputPath);
  expect(report).toMatchObject({ frameCount: 44, segments: 3, reused: 0, notes: [] });
  expect(lumas).toHaveLength(44);
  for (let frame = 0; frame < 44; frame++) {
    const a = 20 + 7 + frame;
    const b = 120 + 3 + frame - 24;
    const share = (frame - 24 + 1) / 7;
    const wanted = frame < 24 ? a : frame >= 30 ? b : a * (1 - share) + b * share;
    expect(Math.abs((lumas[frame] ?? 0) - wanted), `frame ${String(frame)}`).toBeLessThanOrEqual(
      frame < 24 || frame >= 30 ? 0 : 1.5,
    );
  }
});

test('the film is H.264 High 4:2:0 tagged BT.709, as long in sound as in picture, and playable while it loads', async () => {
  const wide = aFilm({ clips: [{ id: 'a', media: first, startFrame: 0, endFrame: 30 }] });
  await trial.export(wide, { quality: { preset: 'veryfast', crf: 20 } });
  const banner = bannerOf(trial.outputPath);
  expect(banner).toMatch(/Video: h264 \(High\).* yuv420p\(tv, bt709, progressive\), 96x128.* 30 fps/);
  expect(banner).toMatch(/Audio: aac \(LC\).* 48000 Hz, stereo/);
  expect(Math.abs(soundLengthS(trial.outputPath) - 1)).toBeLessThanOrEqual(1 / 30);
});

test('an unchanged film is not encoded again, and a changed text only where it is seen', async () => {
  const film = (text: string) =>
    aFilm({
      clips: [
        { id: 'a', media: first, startFrame: 0, endFrame: 30, transition: fade(6) },
        { id: 'b', media: second, startFrame: 30, endFrame: 60 },
      ],
      texts: [{ ...headline, text }],
    });
  const cacheDirectory = join(trial.directory, 'own-cache');
  const cold = await trial.export(film('One'), { cacheDirectory });
  const warm = await trial.export(film('One'), { cacheDirectory });
  const changed = await trial.export(film('Two'), { cacheDirectory });
  expect([cold.segments, cold.reused]).toEqual([5, 0]);
  expect(warm.reused).toBe(5);
  expect(changed.reused).toBe(4);
});

test('what a text says is looked at once, however many pieces of the film it is seen in', async () => {
  const clips = Array.from({ length: 40 }, (_, place) => ({
    id: `c${String(place)}`,
    media: first,
    startFrame: place,
    endFrame: place + 1,
  }));
  const film = aFilm({ clips, texts: [{ ...headline, startFrame: 0, endFrame: 40 }] });
  const cacheDirectory = join(trial.directory, 'looks-cache');
  await trial.export(film, { cacheDirectory });
  let looks = 0;
  const texts = film.texts.map((overlay) => {
    const get = () => {
      looks++;
      return overlay.fontSize;
    };
    return Object.defineProperty({ ...overlay }, 'fontSize', { get, enumerable: true });
  });
  expect(await trial.export({ ...film, texts }, { cacheDirectory })).toMatchObject({ segments: 40, reused: 40 });
  expect(looks).toBe(1);
});

test('a clip shorter than its place holds its last frame, and the report says so', async () => {
  const report = await trial.export(
    aFilm({ clips: [{ id: 'a', media: first, startFrame: 0, endFrame: 30, sourceStartFrame: 24 }] }),
  );
  expect(report.notes).toEqual(['clip 1 is 14 frames shorter than its place: its last frame is held']);
  const lumas = lumasOf(trial.outputPath);
  expect(lumas).toEqual(Array.from({ length: 30 }, (_, frame) => 20 + Math.min(39, 24 + frame)));
});

test('a stretch that lies wholly after the end of its clip still shows the last frame', async () => {
  const clips = [{ id: 'a', media: first, startFrame: 0, endFrame: 70 }];
  const cacheDirectory = join(trial.directory, 'held-cache');
  const film = (text: string) => aFilm({ clips, texts: [{ ...headline, text, startFrame: 55, endFrame: 65 }] });
  await trial.export(film('One'), { cacheDirectory });
  await trial.export(film('Two'), { cacheDirectory }); // encodes frames 55 to 65 alone

  expect(lumasOf(trial.outputPath).slice(39)).toEqual(Array.from({ length: 31 }, () => 59));
});

test('gaps are black, and across one there is no transition', async () => {
  await trial.export(
    aFilm({
      clips: [
        { id: 'a', media: first, startFrame: 4, endFrame: 14, transition: fade(6) },
        { id: 'b', media: second, startFrame: 20, endFrame: 30 },
      ],
    }),
  );
  const lumas = lumasOf(trial.outputPath);
  expect(lumas.slice(0, 4)).toEqual([16, 16, 16, 16]);
  expect(lumas.slice(14, 20)).toEqual([16, 16, 16, 16, 16, 16]);
  expect([lumas[4], lumas[13], lumas[20], lumas[29]]).toEqual([20, 29, 120, 129]);
});

test.each([
  ['25', 5 / 6],
  ['60', 2],
  ['24000/1001', 24 / 30.03],
])('a source of %s frames a second is shown at its own speed', async (fps, perFrame) => {
  const source = await trial.countingClip(`at-${fps.replace('/', '-')}.mp4`, { first: 20, frames: 80, fps });
  const film = { clips: [{ id: 'a', media: source, startFrame: 0, endFrame: 36, sourceStartFrame: 2 }] };
  await trial.export(aFilm({ ...film, texts: [{ ...headline, startFrame: 17, endFrame: 20 }] }));
  const lumas = lumasOf(trial.outputPath);
  expect(lumas).toHaveLength(36);
  lumas.forEach((luma, frame) =>
    expect(Math.abs(luma - 20 - (frame + 2) * perFrame), `frame ${String(frame)}`).toBeLessThanOrEqual(1),
  );
});

test('a film of 29.97 frames a second keeps the rate exactly', async () => {
  const clips = [
    { id: 'a', media: first, startFrame: 0, endFrame: 20, transition: fade(4) },
    { id: 'b', media: second, startFrame: 20, endFrame: 40 },
  ];
  const report = await trial.export(aFilm({ fps: { num: 30_000, den: 1001 }, clips }));
  expect(report.durationS).toBeCloseTo((36 * 1001) / 30_000, 9);
  expect(bannerOf(trial.outputPath)).toMatch(/29\.97 fps, 29\.97 tbr, 30k tbn/);
  expect(lumasOf(trial.outputPath)).toHaveLength(36);
});

test('music does not make the clip quieter, nor mono, nor 44.1 kHz', async () => {
  const sound = [
    '-f',
    'lavfi',
    '-i',
    'sine=f=440:r=44100:d=2',
    '-ac',
    '1',
    '-af',
    'volume=2',
    '-shortest',
    '-c:a',
    'pcm_s16le',
  ];
  const input = sound.slice(0, 4);
  const clip = await trial.countingClip('sounding.mov', { first: 20, frames: 60, input, args: sound.slice(4) });
  const music = await trial.make('music.wav', 'audio', [
    '-f',
    'lavfi',
    '-i',
    'sine=f=1000:d=2',
    '-af',
    'pan=stereo|c0=c0|c1=c0',
  ]);
  const clips = [{ id: 'a', media: clip, startFrame: 0, endFrame: 60 }];
  const fadeOutFrames = 15;
  await trial.export(aFilm({ clips, audio: [{ id: 'm', kind: 'music', media: music, volume: 0.5, fadeOutFrames }] }));
  expect(toneIn(trial.outputPath, 440, 0.5, 0.5)).toBeCloseTo(0.25, 2);
  expect(toneIn(trial.outputPath, 1000, 0.5, 0.5)).toBeCloseTo(0.0625, 2);
  expect(toneIn(trial.outputPath, 1000, 1.9, 0.1)).toBeLessThan(0.02);
});

test('music is lowered by so many decibels while a voice sounds, and only then', async () => {
  const music = await trial.make('long.wav', 'audio', ['-f', 'lavfi', '-i', 'sine=f=1000:d=6', '-af', 'volume=2']);
  const voice = await trial.make('voice.wav', 'audio', ['-f', 'lavfi', '-i', 'sine=f=300:d=2', '-af', 'volume=2']);
  const clips = [{ id: 'a', media: first, startFrame: 0, endFrame: 180 }];
  const audio = [
    { id: 'm', kind: 'music' as const, media: music, duckDb: 12 },
    { id: 'v', kind: 'voice' as const, media: voice, startFrame: 60 },
  ];
  await trial.export(aFilm({ clips, audio }));
  const before = toneIn(trial.outputPath, 1000, 0.5, 1);
  const ducked = toneIn(trial.outputPath, 1000, 2.7, 1);
  expect(before).toBeCloseTo(0.25, 2);
  expect(Math.abs(20 * Math.log10(ducked / before) + 12)).toBeLessThan(1.5);
  expect(toneIn(trial.outputPath, 1000, 5.2, 0.6)).toBeCloseTo(0.25, 1);
});

test('a film is brought to the loudness asked for', async () => {
  const music = await trial.make('quiet.wav', 'audio', ['-f', 'lavfi', '-i', 'sine=f=1000:d=4', '-af', 'volume=0.2']);
  const clips = [{ id: 'a', media: first, startFrame: 0, endFrame: 120 }];
  await trial.export(aFilm({ clips, audio: [{ id: 'm', kind: 'music', media: music }], loudnessLufs: -20 }));
  // A stereo sine of amplitude a has 20 log10(a) LUFS but for the K weighting at 1 kHz, which is +0.7 - 0.691 (ITU-R BS.1770).
  expect(20 * Math.log10(toneIn(trial.outputPath, 1000, 1, 2))).toBeCloseTo(-20, 0);
});

test('a cancelled export leaves no file under its name and no work behind', async () => {
  const outputPath = join(trial.directory, 'cancelled.mp4');
  const cancel = new AbortController();
  const clips = [{ id: 'a', media: first, startFrame: 0, endFrame: 4000 }];
  const scratchDirectory = join(trial.directory, 'cancelled-scratch');
  const running = trial.export(aFilm({ width: 640, height: 640, clips }), {
    outputPath,
    scratchDirectory,
    signal: cancel.signal,
    onProgress: ({ stage, framesDone }) => {
      if (stage === 'picture' && framesDone > 0) cancel.abort();
    },
  });
  await expect(running).rejects.toThrow(/abort/i);
  expect(existsSync(outputPath)).toBe(false);
  expect(existsSync(`${outputPath}.tmp`)).toBe(false);
  expect(readdirSync(scratchDirectory)).toEqual([]);
});

test('a film without a clip, and one of odd sides, are refused in a sentence', async () => {
  await expect(trial.export(aFilm({}))).rejects.toMatchObject({ code: 'work_has_no_scenes' });
  const clips = [{ id: 'a', media: first, startFrame: 0, endFrame: 5 }];
  await expect(trial.export(aFilm({ width: SIZE.width + 1, clips }))).rejects.toMatchObject({ code: 'invalid_input' });
});
