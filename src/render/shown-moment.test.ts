import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import type { MediaFacts } from '#contract/take.ts';
import { shownMoment } from '#domain/timeline/shown-moment.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { pictureInput, sourceFrames } from './picture-source.ts';

const { path: ffmpeg } = await findFfmpeg({ searchPath: process.env['PATH'] ?? '' });
const directory = mkdtempSync(join(tmpdir(), 'scenewright-moments-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const RATES = [
  [30, 1],
  [24, 1],
  [25, 1],
  [60, 1],
  [15, 1],
  [30_000, 1001],
  [24_000, 1001],
] as const;
const SOURCE_FRAMES = 40;
const FACTS: MediaFacts = {
  kind: 'video',
  mime: 'video/mp4',
  sizeBytes: 1,
  width: 64,
  height: 64,
  durationS: null,
  frameCount: SOURCE_FRAMES,
  fps: null,
  hasAudio: false,
  rotation: 0,
  pixelAspect: 1,
  codec: 'h264',
};

for (const [num, den] of RATES) {
  for (const [filmNum, filmDen] of [RATES[0], RATES[2], RATES[5]]) {
    const [fps, film] = [
      { num, den },
      { num: filmNum, den: filmDen },
    ];
    test(`the preview shows the frames of a source of ${num}/${den} that an export of ${filmNum}/${filmDen} does`, () => {
      const path = greyClip(fps);
      const facts = { ...FACTS, fps, durationS: (SOURCE_FRAMES * den) / num };
      const frames = sourceFrames(facts, film);
      const count = (frames ?? 0) + 3;
      const expected = Array.from({ length: count }, (_, frame) =>
        Math.min(SOURCE_FRAMES - 1, Math.floor((shownMoment({ fps, frames }, frame, film) * num) / den)),
      );
      expect(exported(path, facts, film, count)).toEqual(expected);
    });
  }
}

/** A clip whose frames are the greys 20, 25, 30 … */
function greyClip(fps: { num: number; den: number }): string {
  const path = join(directory, `${String(fps.num)}-${String(fps.den)}.mp4`);
  const grey = `color=black:s=64x64:r=${String(fps.num)}/${String(fps.den)},format=yuv420p,trim=end_frame=${String(SOURCE_FRAMES)},geq=lum='20+5*N':cb=128:cr=128`;
  run(['-f', 'lavfi', '-i', grey, '-c:v', 'libx264', '-crf', '4', '-preset', 'veryfast', path]);
  return path;
}

/** Which frame of the source each frame of an export shows. */
function exported(path: string, facts: MediaFacts, film: { num: number; den: number }, count: number): number[] {
  const source = { path, key: path, facts, format: { name: 'yuv420p', range: null, matrix: null } as const };
  const shape = { width: 64, height: 64, fps: film, framing: 'crop' as const };
  const { input, filters } = pictureInput(source, { fromFrame: 0, frameCount: count }, shape, path);
  const graph = `[0:v]${filters},extractplanes=y,crop=1:1:32:32:exact=1[grey]`;
  const raw = ['-filter_complex', graph, '-map', '[grey]', '-f', 'rawvideo', '-'];
  const out = run(['-copyts', '-start_at_zero', ...input, ...raw]);
  return [...out].map((grey) => Math.round((grey - 20) / 5));
}

function run(args: readonly string[]): Buffer {
  const ran = spawnSync(ffmpeg, ['-v', 'error', '-y', ...args], { maxBuffer: 1e8 });
  expect(ran.stderr.toString()).toBe('');
  return ran.stdout;
}
