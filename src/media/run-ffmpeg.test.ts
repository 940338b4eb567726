import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '#contract/problems.ts';
import { findFfmpeg } from './ffmpeg.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

let ffmpeg: string;
let directory: string;
beforeAll(async () => {
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  directory = await mkdtemp(join(tmpdir(), 'scenewright-ffmpeg-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('frames done are counted up to the last', async () => {
  const counts: number[] = [];
  const args = ['-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=30:duration=2', join(directory, 'counted.mp4')];
  await runFfmpeg({ ffmpeg, doing: 'counting', args, onFrames: (framesDone) => counts.push(framesDone) });
  expect(counts.at(-1)).toBe(60);
});

test('a failure says what FFmpeg was doing and why it stopped', async () => {
  const failed = runFfmpeg({
    ffmpeg,
    doing: 'reading nothing',
    args: ['-i', join(directory, 'absent.mp4'), '-f', 'null', '-'],
  });
  await expect(failed).rejects.toThrow(/while reading nothing: .*No such file/);
});

test('an input over the network is refused', async () => {
  const failed = runFfmpeg({
    ffmpeg,
    doing: 'fetching',
    args: ['-i', 'http://127.0.0.1:9/film.mp4', '-f', 'null', '-'],
  });
  await expect(failed).rejects.toThrow(/protocol|Invalid argument/i);
});

test('a program that is not there is a problem, not a crash', async () => {
  const failed = runFfmpeg({ ffmpeg: join(directory, 'no-ffmpeg'), doing: 'starting', args: [] });
  await expect(failed).rejects.toMatchObject({ code: 'ffmpeg_failed' });
});

test('aborting kills the child and passes the reason on', async () => {
  const cancel = new AbortController();
  const reason = new Problem('cancelled');
  const endless = ['-f', 'lavfi', '-re', '-i', 'testsrc2', '-f', 'null', '-'];
  setTimeout(() => cancel.abort(reason), 200);
  await expect(runFfmpeg({ ffmpeg, doing: 'waiting', args: endless, signal: cancel.signal })).rejects.toBe(reason);
});

test('a run past its time limit is ended', async () => {
  const endless = ['-f', 'lavfi', '-re', '-i', 'testsrc2', '-f', 'null', '-'];
  await expect(runFfmpeg({ ffmpeg, doing: 'waiting', args: endless, timeoutMs: 200 })).rejects.toThrow(
    /longer than 200 ms/,
  );
});

test('frames written to its input become a file', async () => {
  const path = join(directory, 'written.mp4');
  await runFfmpeg({
    ffmpeg,
    doing: 'encoding',
    args: [
      '-f',
      'rawvideo',
      '-s',
      '64x64',
      '-r',
      '25',
      '-pix_fmt',
      'rgb24',
      '-i',
      'pipe:0',
      '-pix_fmt',
      'yuv420p',
      path,
    ],
    stdin: async (write) => {
      for (let frame = 0; frame < 50; frame++) await write(new Uint8Array(64 * 64 * 3).fill(frame * 5));
    },
  });
  expect((await stat(path)).size).toBeGreaterThan(500);
});

test('a writer whose FFmpeg ends early is let go', async () => {
  let written = 0;
  await runFfmpeg({
    ffmpeg,
    doing: 'encoding',
    args: ['-f', 'rawvideo', '-s', '64x64', '-pix_fmt', 'rgb24', '-i', 'pipe:0', '-frames:v', '1', '-f', 'null', '-'],
    stdin: async (write) => {
      for (; written < 5000; written++) await write(new Uint8Array(64 * 64 * 3));
    },
  });
  expect(written).toBeLessThan(5000);
});

test('a writer that fails ends FFmpeg and its failure is what is thrown', async () => {
  const failure = new Error('the drawing failed');
  const failed = runFfmpeg({
    ffmpeg,
    doing: 'encoding',
    args: ['-f', 'rawvideo', '-s', '64x64', '-pix_fmt', 'rgb24', '-i', 'pipe:0', '-f', 'null', '-'],
    stdin: () => Promise.reject(failure),
  });
  await expect(failed).rejects.toBe(failure);
});

test('an FFmpeg that stands still is ended and run again, and given up when it stands still again', async () => {
  const program = join(directory, 'ffmpeg');
  // Stands still as often as the file says, then writes a frame and ends.
  const script = [
    '#!/bin/sh',
    `left=$(cat ${directory}/left)`,
    `echo $((left - 1)) > ${directory}/left`,
    '[ "$left" -gt 0 ] && exec sleep 60',
    'echo frame=1 >&3',
  ];
  await writeFile(program, `${script.join('\n')}\n`, { mode: 0o755 });
  const run = { ffmpeg: program, args: [], doing: 'standing', stalledAfterMs: 300 };
  await writeFile(join(directory, 'left'), '1');
  await expect(runFfmpeg(run)).resolves.toEqual({ stderr: '' });
  await writeFile(join(directory, 'left'), '2');
  await expect(runFfmpeg(run)).rejects.toThrow(/no progress for 0\.3 seconds/);
});
