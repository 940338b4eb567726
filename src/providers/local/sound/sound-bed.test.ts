import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { runFfmpeg } from '#media/run-ffmpeg.ts';
import { integratedLufs } from './loudness.ts';
import { soundBed, type SoundBrief } from './sound-bed.ts';
import { SAMPLE_RATE, silence } from './stereo.ts';
import { composeSoundBed } from './compose-sound-bed.ts';

const DEEP = process.env['SCENEWRIGHT_TEST_TIER'] === 'deep' || process.env['CI'] === 'true'; // a build skips nothing

let ffmpeg: string;
let directory: string;

beforeAll(async () => {
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  directory = await mkdtemp(join(tmpdir(), 'sound-bed-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const briefs: readonly SoundBrief[] = [
  { durationS: 15, tempo: 'medium', seed: 1, scheme: 'light' },
  { durationS: 6.3, tempo: 'slow', seed: 2, scheme: 'dark' },
  { durationS: 5, tempo: 'fast', seed: 3, scheme: 'dark' },
  { durationS: 3, tempo: 'medium', seed: 4, scheme: 'light' },
  ...(DEEP ? [{ durationS: 66.6, tempo: 'fast', seed: 5, scheme: 'light' } as const] : []), // long enough to repeat its middle
];

async function write(name: string, brief: SoundBrief, signal = new AbortController().signal): Promise<string> {
  const path = join(directory, name);
  await composeSoundBed({ ...brief, path }, { signal, progress: () => undefined });
  return path;
}

describe('a sound bed', () => {
  test.each(briefs)(
    'of $durationS s, $tempo and $scheme, is -20 LUFS, of the exact length, without a click, an offset or a hard end',
    async (brief) => {
      const path = await write(`bed-${String(brief.seed)}.wav`, brief);
      const { stderr } = await runFfmpeg({
        ffmpeg,
        args: [
          '-i',
          path,
          '-af',
          'ebur128=peak=sample:framelog=quiet,astats=measure_perchannel=none',
          '-f',
          'null',
          '-',
        ],
        doing: 'listening',
      });
      const figure = (pattern: RegExp): number => Number(pattern.exec(stderr)?.[1] ?? Number.NaN);
      expect(Math.abs(figure(/I:\s+(-?[\d.]+) LUFS/) + 20)).toBeLessThan(0.7);
      expect(figure(/Peak level dB: (-?[\d.]+)/)).toBeLessThan(-3);
      expect(Math.abs(figure(/DC offset: (-?[\d.]+)/))).toBeLessThan(0.0005);
      expect(figure(/Number of samples: (\d+)/)).toBe(Math.round(brief.durationS * SAMPLE_RATE));
      const samples = leftChannel(await readFile(path));
      expect(Math.abs(samples[0] ?? 1)).toBeLessThan(30);
      expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(30);
      expect(clicksIn(samples)).toEqual([]);
    },
  );

  test('is the same, byte for byte, for the same brief, and other music for another seed', async () => {
    const brief: SoundBrief = { durationS: 4, tempo: 'medium', seed: 11, scheme: 'light' };
    const [first, again, other] = [
      await write('a.wav', brief),
      await write('b.wav', brief),
      await write('c.wav', { ...brief, seed: 12 }),
    ];
    expect((await readFile(first)).equals(await readFile(again))).toBe(true);
    expect((await readFile(first)).equals(await readFile(other))).toBe(false);
  });

  test('is found to click where a sample is out of place', async () => {
    const samples = leftChannel(
      await readFile(await write('click.wav', { durationS: 2, tempo: 'fast', seed: 1, scheme: 'light' })),
    );
    samples[48_000] = (samples[48_000] ?? 0) + 1500;
    expect(clicksIn(samples)).not.toEqual([]);
  });

  test.runIf(DEEP)('of ten minutes repeats its middle, and is as long as asked', () => {
    const { parts } = soundBed({ durationS: 600, tempo: 'medium', seed: 1, scheme: 'light' });
    expect(parts.reduce((sum, part) => sum + part.left.length, 0)).toBe(600 * SAMPLE_RATE);
    expect(new Set(parts).size).toBe(3);
  });

  test('can be a fifth of a second long', () => {
    const { parts } = soundBed({ durationS: 0.2, tempo: 'medium', seed: 1, scheme: 'light' });
    expect(parts.map((part) => part.left.length)).toEqual([0.2 * SAMPLE_RATE]);
  });

  test('leaves no half file when it is stopped, and never writes over a file', async () => {
    const brief: SoundBrief = { durationS: 1, tempo: 'medium', seed: 1, scheme: 'light' };
    await expect(write('stopped.wav', brief, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    await expect(readFile(join(directory, 'stopped.wav'))).rejects.toThrow('ENOENT');
    await write('once.wav', brief);
    await expect(write('once.wav', brief)).rejects.toThrow('EEXIST');
  });
});

test('loudness of a full-scale 997 Hz tone in one channel is -3.01 LUFS, as the standard says', () => {
  const tone = silence(3 * SAMPLE_RATE);
  for (let index = 0; index < tone.left.length; index++)
    tone.left[index] = Math.sin((2 * Math.PI * 997 * index) / SAMPLE_RATE);
  expect(integratedLufs(tone)).toBeCloseTo(-3.01, 1);
});

function leftChannel(wav: Buffer): Int16Array {
  const samples = new Int16Array((wav.length - 44) / 4);
  for (let index = 0; index < samples.length; index++) samples[index] = wav.readInt16LE(44 + 4 * index);
  return samples;
}

/** Where, in seconds, a bend stands out alone. A click bends at two or three samples; the noise of a brush bends everywhere. */
function clicksIn(samples: Int16Array): number[] {
  const found: number[] = [];
  for (let start = 1; start + 481 < samples.length; start += 240) {
    const bends: number[] = [];
    for (let index = start; index < start + 480; index++) {
      bends.push(Math.abs((samples[index - 1] ?? 0) - 2 * (samples[index] ?? 0) + (samples[index + 1] ?? 0)));
    }
    bends.sort((one, other) => other - one);
    if ((bends[0] ?? 0) > 200 && (bends[0] ?? 0) > 4 * (bends[7] ?? 0)) found.push(start / SAMPLE_RATE);
  }
  return found;
}
