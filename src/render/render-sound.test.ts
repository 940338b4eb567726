import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MediaRef, Timeline } from '#contract/timeline.ts';
import { outputLengthFrames } from '#domain/timeline/nominal-to-output.ts';
import { findSources } from './film-sources.ts';
import { aFilm, soundLengthS, toneIn, Trial } from './film-on-trial.ts';
import { openRenderCache } from './render-cache.ts';
import { renderSound, type RenderedSound } from './render-sound.ts';

/*
 * Every sound is a tone of its own at a quarter of full scale, so that each is found in the mix by its pitch.
 */

const trial = new Trial();
let [low, high, music, voice, still]: MediaRef[] = [];

beforeAll(async () => {
  mkdirSync(join(trial.directory, 'scratch'), { recursive: true });
  const sounding = (name: string, hertz: number) =>
    trial.countingClip(name, {
      first: 20,
      frames: 120,
      input: ['-f', 'lavfi', '-i', toneOf(hertz, 4)],
      args: ['-c:a', 'pcm_s16le'],
    });
  const tone = (name: string, source: string) => trial.make(name, 'audio', ['-f', 'lavfi', '-i', source]);
  low = await sounding('low.mov', 440);
  high = await sounding('high.mov', 700);
  music = await tone('music.wav', toneOf(1000, 12));
  voice = await tone('voice.wav', toneOf(300, 2));
  still = await trial.make('still.png', 'image', ['-f', 'lavfi', '-i', 'color=blue:s=96x128', '-frames:v', '1']);
});
afterAll(() => trial[Symbol.dispose]());

const toneOf = (hertz: number, lengthS: number): string =>
  `aevalsrc=0.25*sin(2*PI*${String(hertz)}*t)|0.25*sin(2*PI*${String(hertz)}*t):s=48000:d=${String(lengthS)}`;

async function mix(timeline: Timeline): Promise<RenderedSound> {
  const { signal } = new AbortController();
  const sources = await findSources({ timeline, resolve: trial.resolve }, { ffmpeg: trial.ffmpeg.path, signal });
  return renderSound({
    timeline,
    lengthFrames: outputLengthFrames(timeline),
    sources: sources.get,
    cache: await openRenderCache(join(trial.directory, 'cache')),
    scratchDirectory: join(trial.directory, 'scratch'),
    ffmpeg: trial.ffmpeg,
    signal,
  });
}

/** Integrated loudness and true peak of a file, as EBU R 128 has them. */
function loudnessOf(path: string): { readonly lufs: number; readonly truePeakDb: number } {
  const { stderr } = spawnSync(
    trial.ffmpeg.path,
    ['-i', path, '-af', 'ebur128=peak=true:framelog=quiet', '-f', 'null', '-'],
    { encoding: 'utf8' },
  );
  const said = (pattern: RegExp): number => Number(pattern.exec(stderr)?.[1]);
  return { lufs: said(/I:\s+(-?[\d.]+) LUFS/), truePeakDb: said(/Peak:\s+(-?[\d.]+) dBFS/) };
}

const clip = (media: MediaRef | undefined, fields: object = {}) => ({
  id: 'a',
  media: media as MediaRef,
  startFrame: 0,
  endFrame: 90,
  ...fields,
});
const sound = (kind: 'music' | 'voice', media: MediaRef | undefined, fields: object = {}) => ({
  id: kind,
  kind,
  media: media as MediaRef,
  ...fields,
});
const dB = (level: number): number => 20 * Math.log10(level);

describe('the sound of a film', () => {
  test('is silence of the same length where nothing sounds', async () => {
    const { path } = await mix(aFilm({ clips: [clip(still)] }));
    expect(Math.abs(soundLengthS(path) - 3)).toBeLessThan(1 / 30);
    expect(toneIn(path, 440, 0.5, 2)).toBeLessThan(0.0005);
  });

  test('has its clips at their volumes, and none of one that is muted', async () => {
    const clips = [
      clip(low, { endFrame: 60, volume: 0.5 }),
      clip(high, { id: 'b', startFrame: 60, endFrame: 120, muted: true }),
    ];
    const { path } = await mix(aFilm({ clips }));
    expect(toneIn(path, 440, 0.5, 1)).toBeCloseTo(0.125, 2);
    expect(toneIn(path, 700, 2.2, 1.6)).toBeLessThan(0.001);
  });

  test('goes over from clip to clip in a transition without a dip: both are 3 dB down in its middle', async () => {
    const transition = { type: 'fade' as const, durationFrames: 30 };
    const clips = [clip(low, { transition }), clip(high, { id: 'b', startFrame: 90, endFrame: 180 })];
    const { path } = await mix(aFilm({ clips }));
    expect(Math.abs(soundLengthS(path) - 5)).toBeLessThan(1 / 30);
    expect(dB(toneIn(path, 440, 2.48, 0.04) / 0.25)).toBeCloseTo(-3, 0);
    expect(dB(toneIn(path, 700, 2.48, 0.04) / 0.25)).toBeCloseTo(-3, 0);
    expect(toneIn(path, 440, 1, 0.8)).toBeCloseTo(0.25, 2);
    expect(toneIn(path, 440, 3.1, 0.8)).toBeLessThan(0.001);
    expect(toneIn(path, 700, 3.2, 1)).toBeCloseTo(0.25, 2);
  });

  test('has a voice where the words are that it was laid under, also behind a transition', async () => {
    const transition = { type: 'fade' as const, durationFrames: 30 };
    const clips = [clip(still, { transition }), clip(still, { id: 'b', startFrame: 90, endFrame: 240 })];
    const { path } = await mix(aFilm({ clips, audio: [sound('voice', voice, { startFrame: 120, endFrame: 150 })] }));
    expect(toneIn(path, 300, 2.5, 0.45)).toBeLessThan(0.001); // nominally at 4 s, and a second is gone by the transition
    expect(toneIn(path, 300, 3.05, 0.9)).toBeCloseTo(0.25, 2);
    expect(toneIn(path, 300, 4.05, 0.9)).toBeLessThan(0.001);
  });

  test('begins a track where it is trimmed to, and fades it in and out', async () => {
    const track = { startFrame: 30, endFrame: 120, sourceStartFrame: 60, fadeInFrames: 30, fadeOutFrames: 30 };
    const marked = await trial.make('marked.wav', 'audio', [
      '-f',
      'lavfi',
      '-i',
      'aevalsrc=0.25*sin(2*PI*if(lt(t\\,2)\\,500\\,900)*t):s=48000:d=8',
    ]);
    const { path } = await mix(
      aFilm({ clips: [clip(still, { endFrame: 180 })], audio: [sound('music', marked, track)] }),
    );
    expect(toneIn(path, 500, 0, 6)).toBeLessThan(0.001); // the first two seconds are cut off
    expect(toneIn(path, 900, 0, 0.95)).toBeLessThan(0.001);
    expect(toneIn(path, 900, 1.45, 0.1)).toBeCloseTo(0.125, 2);
    expect(toneIn(path, 900, 2.1, 0.8)).toBeCloseTo(0.25, 2);
    expect(toneIn(path, 900, 3.45, 0.1)).toBeCloseTo(0.125, 2);
    expect(toneIn(path, 900, 4.05, 1.9)).toBeLessThan(0.001);
  });

  test('is not made quieter by the number of its sounds', async () => {
    const many = Array.from({ length: 3 }, (_, place) =>
      sound('voice', voice, { id: `v${String(place)}`, startFrame: place * 60 }),
    );
    const { path } = await mix(
      aFilm({ clips: [clip(low, { endFrame: 120 })], audio: [sound('music', music), ...many] }),
    );
    expect(toneIn(path, 440, 0.5, 3)).toBeCloseTo(0.25, 2);
    expect(toneIn(path, 1000, 0.5, 3)).toBeCloseTo(0.25, 2);
    expect(toneIn(path, 300, 0.5, 1)).toBeCloseTo(0.25, 2);
  });

  test('comes without the delay of the limiter: what starts at a second starts there', async () => {
    const loud = [sound('music', music, { startFrame: 30, volume: 4 })];
    const { path } = await mix(aFilm({ clips: [clip(still)], audio: loud }));
    expect(toneIn(path, 1000, 0.9, 0.095)).toBeLessThan(0.01);
    expect(toneIn(path, 1000, 1.002, 0.01)).toBeGreaterThan(0.3);
  });

  test.each([
    ['a quiet tone', 'aevalsrc=0.02*sin(2*PI*1000*t):s=48000:d=8'],
    ['a loud one', 'aevalsrc=0.9*sin(2*PI*1000*t):s=48000:d=8'],
    ['noise', 'anoisesrc=d=8:c=pink:a=0.2:seed=7'],
    [
      'a drum, quiet but for its peaks,',
      'aevalsrc=0.8*exp(-18*mod(t\\,0.5))*sin(2*PI*180*t)+0.01*sin(2*PI*440*t):s=48000:d=8',
    ],
  ])('%s is brought to -14 LUFS, and no peak passes -1 dBTP', async (name, source) => {
    const media = await trial.make(`${name}.wav`, 'audio', ['-f', 'lavfi', '-i', source]);
    const film = aFilm({
      clips: [clip(still, { endFrame: 240 })],
      audio: [sound('music', media)],
      loudnessLufs: -14,
    });
    const { lufs, truePeakDb } = loudnessOf((await mix(film)).path);
    expect(Math.abs(lufs + 14)).toBeLessThanOrEqual(1);
    expect(truePeakDb).toBeLessThanOrEqual(-1);
  });

  test('is found again where nothing that sounds has changed, and has another name where something has', async () => {
    const film = (volume: number) => aFilm({ clips: [clip(low)], audio: [sound('music', music, { volume })] });
    const before = await mix(film(0.3));
    expect(before.reused).toBe(false);
    expect(await mix({ ...film(0.3), width: 128 })).toEqual({ ...before, reused: true });
    expect((await mix(film(0.4))).name).not.toBe(before.name);
  });
});
