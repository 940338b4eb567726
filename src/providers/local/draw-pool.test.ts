import { spawnSync } from 'node:child_process';
import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '#contract/problems.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { ProviderError } from '../provider.ts';
import { inDrawWorker } from './draw-pool.ts';
import { packFailure, unpackFailure } from './failure-across-threads.ts';

let ffmpeg: string;
let directory: string;

beforeAll(async () => {
  ffmpeg = (await findFfmpeg({ searchPath: process.env['PATH'] ?? '' })).path;
  directory = await mkdtemp(join(tmpdir(), 'draw-pool-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const bed = (name: string, durationS: number) =>
  ({
    kind: 'sound',
    input: { durationS, tempo: 'medium', seed: 1, scheme: 'light', path: join(directory, name) },
  }) as const;

function clip(scratch: string, picture: string) {
  return {
    kind: 'clip',
    input: {
      image: { path: picture, mime: 'image/jpeg', sha256: 'p' },
      references: [],
      frame: { width: 360, height: 640 },
      fps: { num: 30, den: 1 },
      frameCount: 9000,
      seed: 1,
      move: { prompt: '', seed: 1, durationS: 300 },
      ffmpeg,
      path: join(scratch, 'clip.mp4'),
    },
  } as const;
}

function drawnPicture(): string {
  const path = join(directory, 'picture.jpg');
  spawnSync(ffmpeg, ['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc2=s=400x700', '-frames:v', '1', path]);
  return path;
}

describe('drawing in worker threads', () => {
  test('leaves the thread that asked for it free', async () => {
    const before = performance.eventLoopUtilization();
    await Promise.all([
      inDrawWorker(bed('free-1.wav', 12)),
      inDrawWorker(bed('free-2.wav', 12)),
      inDrawWorker(bed('free-3.wav', 3)),
    ]);
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.3);
    expect((await readdir(directory)).filter((name) => name.startsWith('free-'))).toHaveLength(3);
  });

  test('a failure arrives as the problem it was', async () => {
    const picture = join(directory, 'not-a-picture.jpg');
    await writeFile(picture, 'These are words.');
    await expect(inDrawWorker(clip(directory, picture))).rejects.toMatchObject({
      name: 'Problem',
      code: 'media_unreadable',
    });
  });

  test('an abort ends the task and everything it started, and the next task runs', async () => {
    const scratch = await mkdtemp(join(directory, 'scratch-'));
    const abort = new AbortController();
    const filming = inDrawWorker(clip(scratch, drawnPicture()), {
      signal: abort.signal,
      onProgress: (done) => {
        if (done > 0.001) abort.abort();
      },
    });
    await expect(filming).rejects.toMatchObject({ code: 'cancelled' });
    await rm(scratch, { recursive: true });
    await setTimeout(300);
    await expect(access(scratch)).rejects.toThrow('ENOENT');
    await expect(inDrawWorker(bed('after-abort.wav', 1))).resolves.toMatchObject({ mime: 'audio/wav' });
  });

  test('what was aborted before its turn never starts', async () => {
    const abort = new AbortController();
    const busy = [inDrawWorker(bed('busy-1.wav', 6)), inDrawWorker(bed('busy-2.wav', 6))];
    const third = inDrawWorker(bed('never.wav', 1), { signal: abort.signal });
    abort.abort();
    await expect(third).rejects.toMatchObject({ code: 'cancelled' });
    await Promise.all(busy);
    await expect(access(join(directory, 'never.wav'))).rejects.toThrow('ENOENT');
    await expect(inDrawWorker(bed('never.wav', 1), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  test('an idle pool does not keep the process alive', () => {
    const script = `import { inDrawWorker } from ${JSON.stringify(new URL('./draw-pool.ts', import.meta.url).href)};
      await inDrawWorker({ kind: 'sound', input: { durationS: 1, tempo: 'medium', seed: 1, scheme: 'light', path: ${JSON.stringify(join(directory, 'child.wav'))} } });`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 60_000,
      encoding: 'utf8',
    });
    expect(child).toMatchObject({ status: 0, signal: null });
  });
});

describe('a failure packed for another thread', () => {
  test('is the same problem, provider error or error again', () => {
    const problem = unpackFailure(
      structuredClone(packFailure(new Problem('media_unreadable', { name: 'a.jpg', reason: 'it is empty' }))),
    );
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'media_unreadable', message: 'a.jpg cannot be read: it is empty.' });
    const vendor = unpackFailure(
      structuredClone(packFailure(new ProviderError('moderated', 'local', 'no', { http: 400 }))),
    );
    expect(vendor).toBeInstanceOf(ProviderError);
    expect(vendor).toMatchObject({ kind: 'moderated', provider: 'local', facts: { http: 400 } });
    expect(unpackFailure(structuredClone(packFailure(new TypeError('odd'))))).toMatchObject({
      name: 'TypeError',
      message: 'odd',
    });
    expect(unpackFailure(structuredClone(packFailure('words')))).toMatchObject({ message: 'words' });
  });
});
