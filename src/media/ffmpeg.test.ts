import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFfmpeg } from './ffmpeg.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'scenewright-find-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function fakeFfmpeg(answer: string): Promise<string> {
  const path = join(directory, 'ffmpeg');
  await writeFile(path, `#!/bin/sh\ncat <<'END'\n${answer}\nEND\n`);
  await chmod(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('finding FFmpeg', () => {
  test('one is found even where the search path has none', async () => {
    const found = await findFfmpeg({ searchPath: '' });
    expect(found).toMatchObject({ origin: 'bundled' });
  });

  test('an old one on the search path is passed over', async () => {
    await fakeFfmpeg('ffmpeg version 4.4.2-0ubuntu0 Copyright\nlibavutil      56. 70.100 / 56. 70.100');
    const found = await findFfmpeg({ searchPath: [directory, process.env['PATH']].join(delimiter) });
    expect(found.path).not.toBe(join(directory, 'ffmpeg'));
  });

  test('one that was named but is too old is refused, not replaced', async () => {
    const explicit = await fakeFfmpeg('ffmpeg version 4.4.2 Copyright\nlibavutil      56. 70.100 / 56. 70.100');
    await expect(findFfmpeg({ explicit, searchPath: process.env['PATH'] ?? '' })).rejects.toThrow(
      /is 4\.4\.2, older than 5\.1/,
    );
  });

  test('one that lacks what we need says what it lacks', async () => {
    const explicit = await fakeFfmpeg(
      'ffmpeg version 6.1 Copyright\nlibavutil      58. 29.100 / 58. 29.100\n ... overlay  VV->V  Overlay\n V....D libx264  H.264',
    );
    await expect(findFfmpeg({ explicit, searchPath: '' })).rejects.toThrow(/lacks .*filter xfade.*encoder aac/);
  });

  test('one that was named but is not there is a clear problem', async () => {
    const explicit = join(directory, 'nowhere');
    await expect(findFfmpeg({ explicit, searchPath: '' })).rejects.toMatchObject({ code: 'ffmpeg_missing' });
  });
});
