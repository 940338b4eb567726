import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { exampleLines, FRAMES_OF_A_LINE } from '#web/projects/example-lines.ts';
import { enFirstRun } from '#web/strings/en/first-run.ts';
import { openTestWorld } from './open-test-world.ts';
import { drawExampleFrames } from './web/draw-example-frames.ts';

const pathOf = (language: string, id: string, place: number): string =>
  join(import.meta.dirname, '../src/web/projects/example-frames', language, `${id}-${place}.webp`);
const MOST_BYTES = 20_000;
const AS_ENCODED = 3; // of 255: what WebP makes of the same picture on another machine

test('every example has its frames in every language, and they are small', async () => {
  for (const language of ['en', 'tr']) {
    for (const { id } of exampleLines) {
      for (let place = 0; place < FRAMES_OF_A_LINE; place++) {
        expect((await stat(pathOf(language, id, place))).size).toBeLessThan(MOST_BYTES);
      }
    }
  }
});

test('the frames of an example are what the built-in engine draws of its line', async () => {
  const { world } = await openTestWorld();
  await using _ = world;
  const [line] = exampleLines;
  if (!line) throw new Error('there are examples');
  const drawn = await drawExampleFrames(world, enFirstRun.lines[line.id], { ...line, language: 'en' }, 1);
  expect(await distance(drawn[0], await readFile(pathOf('en', line.id, 0)))).toBeLessThan(AS_ENCODED);
  // Another frame is another picture.
  expect(await distance(drawn[0], await readFile(pathOf('en', line.id, 1)))).toBeGreaterThan(10 * AS_ENCODED);
}, 180_000);

/** How far two pictures are from each other, in levels of a channel on average. */
async function distance(one: Buffer | undefined, other: Buffer): Promise<number> {
  const [a, b] = [await levels(one ?? Buffer.alloc(0)), await levels(other)];
  return a.reduce((sum, level, place) => sum + Math.abs(level - (b[place] ?? 0)), 0) / a.length;
}

async function levels(file: Buffer): Promise<Uint8ClampedArray> {
  const picture = await loadImage(file);
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, picture.width, picture.height).data;
}
