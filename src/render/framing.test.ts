import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MediaRef } from '#contract/timeline.ts';
import { aFilm, framesOf, rgbOf, SIZE, Trial } from './film-on-trial.ts';

const trial = new Trial();
let wide: MediaRef;
let picture: MediaRef;
beforeAll(async () => {
  wide = await trial.countingClip('wide.mkv', { first: 120, frames: 60, size: '160x90' });
  picture = await trial.make('wide.png', 'image', ['-f', 'lavfi', '-i', 'color=0xc0c0c0:s=320x180', '-frames:v', '1']);
});
afterAll(() => trial[Symbol.dispose]());

const film = (texts: object[] = []) =>
  aFilm({
    clips: [
      { id: 'a', media: wide, startFrame: 0, endFrame: 40, transition: { type: 'fade', durationFrames: 10 } },
      { id: 'b', media: picture, startFrame: 40, endFrame: 70 },
    ],
    texts: texts as never,
  });

/** The red of the middle column, at rows from the top to the middle. */
function column(path: string, frame: number): readonly [top: number, middle: number, bottom: number] {
  const pixels = rgbOf(path, frame);
  const [top = 0, middle = 0, bottom = 0] = [4, SIZE.height / 2, SIZE.height - 5].map(
    (row) => pixels[3 * (row * SIZE.width + SIZE.width / 2)] ?? 0,
  );
  return [top, middle, bottom];
}

test('a wide clip, and a wide picture, stand whole over a darker ground of themselves, also in the fade between them', async () => {
  await trial.export(film(), { framing: 'blur' });
  for (const frame of [0, 20, 35, 50, 59]) {
    const [top, middle, bottom] = column(trial.outputPath, frame);
    expect(top, `frame ${String(frame)}`).toBeLessThan(0.75 * middle);
    expect(Math.abs(top - bottom), `frame ${String(frame)}`).toBeLessThanOrEqual(2);
    expect(top).toBeGreaterThan(20);
  }
  await trial.export(film());
  const [top, middle] = column(trial.outputPath, 20);
  expect(Math.abs(top - middle)).toBeLessThanOrEqual(2); // cut, it fills the frame
});

test('the same pixels come wherever the film is cut into segments', async () => {
  await trial.export(film(), { framing: 'blur' });
  const whole = framesOf(trial.outputPath);
  const outputPath = join(trial.directory, 'cut.mp4');
  const text = { id: 't', text: '.', fontSize: 8, startFrame: 11, endFrame: 13, opacity: 0 };
  const { segments } = await trial.export(film([text]), { framing: 'blur', outputPath });
  expect(segments).toBe(5);
  expect(framesOf(outputPath)).toEqual(whole);
});
