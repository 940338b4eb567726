import { expect, test } from 'vitest';
import { canvasSize } from './canvas-size.ts';

const film = { width: 1080, height: 1920 };

test('the preview is drawn with the pixels it is shown with', () => {
  expect(canvasSize(282, film)).toEqual({ width: 282, height: 501 });
});

test('never with more than the film has', () => {
  expect(canvasSize(4000, film)).toEqual(film);
  expect(canvasSize(4000, { width: 3840, height: 2160 })).toEqual({ width: 1920, height: 1080 });
});
