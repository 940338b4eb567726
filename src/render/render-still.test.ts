import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MediaRef } from '#contract/timeline.ts';
import { aFilm, rgbOf, Trial } from './film-on-trial.ts';
import { renderStill } from './render-still.ts';

const trial = new Trial();
let first: MediaRef;
let second: MediaRef;
beforeAll(async () => {
  first = await trial.countingClip('a.mkv', { first: 40, frames: 60 });
  second = await trial.countingClip('b.mkv', { first: 120, frames: 60 });
});
afterAll(() => trial[Symbol.dispose]());

const scratchDirectory = join(trial.directory, 'still-scratch');

const film = () =>
  aFilm({
    clips: [
      { id: 'a', media: first, startFrame: 0, endFrame: 40, transition: { type: 'fade', durationFrames: 10 } },
      { id: 'b', media: second, startFrame: 40, endFrame: 80 },
    ],
    texts: [{ id: 't', text: 'Word', fontSize: 24, startFrame: 10, endFrame: 60 }],
  });

const still = async (frame: number) =>
  renderStill({ ...trial.request(film()), scratchDirectory, frame, signal: new AbortController().signal });

test('a still has the pixels of the same frame of a lossless export, in transitions and under words too', async () => {
  await trial.export(film());
  for (const frame of [0, 9, 10, 29, 30, 34, 39, 40, 69]) {
    const { path } = await still(frame);
    const exported = rgbOf(trial.outputPath, frame);
    const off = [...rgbOf(path, 0)].map((value, place) => Math.abs(value - (exported[place] ?? 0)));
    // The reader rounds where the still does not; the neighbouring frame is off by 1.16 everywhere.
    expect(Math.max(...off), `frame ${String(frame)}`).toBeLessThanOrEqual(3);
    expect(off.reduce((sum, value) => sum + value, 0) / off.length, `frame ${String(frame)}`).toBeLessThan(0.6);
  }
});

test('past the end it is the last frame, found and not drawn again, and nothing is left behind', async () => {
  const last = await still(69);
  expect(await still(5000)).toEqual(last);
  expect(existsSync(last.path)).toBe(true);
  expect(readdirSync(scratchDirectory)).toEqual([]);
});

test('a film without a clip has none', async () => {
  const request = { ...trial.request(aFilm({})), scratchDirectory, frame: 0, signal: new AbortController().signal };
  await expect(renderStill(request)).rejects.toMatchObject({ code: 'work_has_no_scenes' });
});
