import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inject } from 'vitest';
import { findFfmpeg } from '#media/ffmpeg.ts';

/** The smallest files of each kind, made by FFmpeg on first use and kept for the test file. */
export interface TinyMedia {
  readonly png: Uint8Array;
  readonly otherPng: Uint8Array;
  readonly jpg: Uint8Array;
  readonly gif: Uint8Array;
  /** 1 s, 64x64, 10 frames a second, with a tone. */
  readonly mp4: Uint8Array;
  readonly mov: Uint8Array;
  readonly wav: Uint8Array;
  readonly font: Uint8Array;
}

const { path: ffmpeg } = await findFfmpeg({
  searchPath: process.env['PATH'] ?? '',
  explicit: process.env['FFMPEG_PATH'] ?? '',
});

const directory = mkdtempSync(join(inject('runDirectory'), 'tiny-'));

/** Makes a file by FFmpeg and gives its bytes. */
export function madeByFfmpeg(name: string, ...args: readonly (readonly string[])[]): Uint8Array {
  const path = join(directory, name);
  const run = spawnSync(ffmpeg, ['-v', 'error', '-y', ...args.flat(), path]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return new Uint8Array(readFileSync(path));
}

const picture = (name: string, source: string): Uint8Array =>
  madeByFfmpeg(name, ['-f', 'lavfi', '-i', source, '-frames:v', '1']);

const moving = (name: string, hue: string): Uint8Array =>
  madeByFfmpeg(
    name,
    ['-f', 'lavfi', '-i', `color=${hue}:s=64x64:r=10:d=1`, '-f', 'lavfi', '-i', 'sine=f=440:d=1'],
    ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest'],
  );

/** The files, made once. */
export const tiny: TinyMedia = {
  png: picture('red.png', 'color=red:s=64x64'),
  otherPng: picture('blue.png', 'color=blue:s=80x64'),
  jpg: picture('green.jpg', 'color=green:s=64x64'),
  gif: madeByFfmpeg('moving.gif', ['-f', 'lavfi', '-i', 'testsrc=s=64x64:r=5:d=1']),
  mp4: moving('clip.mp4', 'orange'),
  mov: moving('clip.mov', 'purple'),
  wav: madeByFfmpeg('tone.wav', ['-f', 'lavfi', '-i', 'sine=f=300:d=1']),
  font: new Uint8Array(
    readFileSync(
      createRequire(import.meta.url).resolve(
        '@expo-google-fonts/instrument-sans/400Regular/InstrumentSans_400Regular.ttf',
      ),
    ),
  ),
};
