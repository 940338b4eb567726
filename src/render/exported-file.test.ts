import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { path as ffprobe } from '@ffprobe-installer/ffprobe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MediaRef } from '#contract/timeline.ts';
import { filmFindings } from '../../test/film-findings.ts';
import { aFilm, SIZE, Trial } from './film-on-trial.ts';

const trial = new Trial();
let clip: MediaRef;
beforeAll(async () => {
  clip = await trial.countingClip('clip.mkv', {
    first: 40,
    frames: 90,
    input: ['-f', 'lavfi', '-i', 'sine=f=440:r=44100:d=3'],
    args: ['-c:a', 'flac', '-shortest'],
  });
});
afterAll(() => trial[Symbol.dispose]());

const RATES = {
  '30': [30, 1],
  '29.97': [30_000, 1001],
  '25': [25, 1],
  '23.976': [24_000, 1001],
  '60': [60, 1],
  '12.5': [25, 2],
} as const;

/** A film of two clips with a fade between them, and a gap. */
async function exported([num, den]: readonly [number, number]) {
  const fade = { type: 'fade' as const, durationFrames: 7 };
  const film = aFilm({
    fps: { num, den },
    clips: [
      { id: 'a', media: clip, startFrame: 0, endFrame: 31, transition: fade },
      { id: 'b', media: clip, startFrame: 31, endFrame: 62 },
      { id: 'c', media: clip, startFrame: 67, endFrame: 90 },
    ],
  });
  await trial.export(film, { quality: { preset: 'veryfast', crf: 20 } });
  return { ...SIZE, fps: film.fps, frames: 83 };
}

test.each(Object.entries(RATES))('at %s frames a second the file is what it says, in every box', async (_, rate) => {
  const wanted = await exported(rate);
  const faults = (await filmFindings(trial.outputPath, wanted)).filter(([, ok]) => !ok);
  expect(faults).toEqual([]);
});

test('the checker sees a frame too few, another rate, an index at the end, and sound that is cut short', async () => {
  const wanted = await exported(RATES['30']);
  const faultsOf = async (path: string, more: object = {}) =>
    (await filmFindings(path, { ...wanted, ...more })).flatMap(([what, ok]) => (ok ? [] : [what]));
  expect(await faultsOf(trial.outputPath, { frames: 84 })).toContain('84 frames');
  expect(await faultsOf(trial.outputPath, { fps: { num: 25, den: 1 } })).toContain('25/1 fps');
  const remade = (name: string, args: readonly string[]) => {
    const path = join(trial.directory, name);
    execFileSync(trial.ffmpeg.path, ['-v', 'error', '-y', '-i', trial.outputPath, ...args, path]);
    return path;
  };
  expect(await faultsOf(remade('late.mp4', ['-c', 'copy']))).toEqual(['faststart']);
  const short = ['-map', '0:v', '-map', '0:a', '-c:v', 'copy', '-af', 'atrim=end=1', '-movflags', '+faststart'];
  expect(await faultsOf(remade('short.mp4', short))).toContain('sound as long as the picture');
  const untagged = readFileSync(trial.outputPath);
  untagged.fill(0, untagged.indexOf('nclx'), untagged.indexOf('nclx') + 4);
  const path = join(trial.directory, 'untagged.mp4');
  writeFileSync(path, untagged);
  expect(await faultsOf(path)).toEqual(['bt709, limited range']);
});

test.each(Object.entries(RATES))(
  'ffprobe, which is nobody of ours, finds the same at %s frames a second',
  async (_, rate) => {
    chmodSync(ffprobe, 0o755); // its package would do that in an install script, and those of packages do not run
    const { frames, fps } = await exported(rate);
    const words = ['-v', 'error', '-count_frames', '-show_streams', '-show_format', '-of', 'json', trial.outputPath];
    const { streams, format } = JSON.parse(execFileSync(ffprobe, words, { encoding: 'utf8' })) as {
      readonly streams: readonly Record<string, string | number>[];
      readonly format: Record<string, string>;
    };
    expect(streams).toHaveLength(2);
    expect(format['format_name']).toContain('mp4');
    const [picture, sound] = streams;
    expect(picture).toMatchObject({ codec_name: 'h264', profile: 'High', pix_fmt: 'yuv420p', color_range: 'tv' });
    expect(picture).toMatchObject({ color_space: 'bt709', color_primaries: 'bt709', color_transfer: 'bt709' });
    expect(picture).toMatchObject({ avg_frame_rate: `${fps.num}/${fps.den}`, width: SIZE.width, height: SIZE.height });
    expect(picture).toMatchObject({ nb_read_frames: String(frames), start_time: '0.000000' });
    expect(sound).toMatchObject({ codec_name: 'aac', sample_rate: '48000', start_time: '0.000000' });
    const apart = Math.abs(Number(picture?.['duration']) - Number(sound?.['duration']));
    expect(apart).toBeLessThanOrEqual(fps.den / fps.num);
  },
);
