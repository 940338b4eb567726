import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#server/config.ts';
import { openWorld } from '#server/world.ts';
import { exampleLines, FRAMES_OF_A_LINE } from '#web/projects/example-lines.ts';
import { enFirstRun } from '#web/strings/en/first-run.ts';
import { trFirstRun } from '#web/strings/tr/first-run.ts';
import { drawExampleFrames } from './draw-example-frames.ts';

/*
 * Draws the frames of the first run's examples, from their very lines, with the built-in engine:
 *
 *   npm run frames
 */

const directory = await mkdtemp(join(tmpdir(), 'scenewright-frames-'));
const target = join(import.meta.dirname, '../../src/web/projects/example-frames');
const { PATH, FFMPEG_PATH } = process.env;
const world = await openWorld(readConfig({ PATH, FFMPEG_PATH, SCENEWRIGHT_DATA: directory }), { log: () => {} });
try {
  for (const [language, words] of [
    ['en', enFirstRun],
    ['tr', trFirstRun],
  ] as const) {
    await mkdir(join(target, language), { recursive: true });
    for (const line of exampleLines) {
      const frames = await drawExampleFrames(world, words.lines[line.id], { ...line, language }, FRAMES_OF_A_LINE);
      for (const [place, frame] of frames.entries()) {
        await writeFile(join(target, language, `${line.id}-${place}.webp`), frame);
        console.log(`${language}/${line.id}-${place}.webp: ${frame.length} bytes`);
      }
    }
  }
} finally {
  await world[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
}
