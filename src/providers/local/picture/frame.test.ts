import { expect, test } from 'vitest';
import { flatten, openLayers, shapeOf } from './frame.ts';

/** Red, green and blue of a pixel. */
function pixelAt(pixels: Buffer, width: number, x: number, y: number): readonly (number | undefined)[] {
  return [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
}

test('what a look draws at a place of the frame stands there in the still', () => {
  const frame = { width: 200, height: 120 };
  const { paint, layers } = openLayers(frame);
  paint(0, (context) => {
    context.fillStyle = 'white';
    context.fillRect(-100, -100, 400, 400);
    context.fillStyle = 'black';
    context.fillRect(80, 40, 40, 40);
  });
  const pixels = flatten(layers, frame, { seed: 1, grain: 0 }).data();
  expect(pixelAt(pixels, 200, 100, 60)).toEqual([0, 0, 0]);
  for (const [x, y] of [
    [77, 60],
    [122, 60],
    [100, 37],
    [100, 82],
  ] as const)
    expect(pixelAt(pixels, 200, x, y)[0]).toBeGreaterThan(225);
  for (const [x, y] of [
    [82, 60],
    [117, 60],
    [100, 42],
    [100, 77],
  ] as const)
    expect(pixelAt(pixels, 200, x, y)[0]).toBeLessThan(30);
});

test('grain is the same for the same seed, another for another, and changes no brightness by much', () => {
  const frame = { width: 160, height: 160 };
  const { paint, layers } = openLayers(frame);
  paint(0, (context) => {
    context.fillStyle = 'rgb(128,128,128)';
    context.fillRect(-100, -100, 400, 400);
  });
  const still = (seed: number, grain: number): Buffer => flatten(layers, frame, { seed, grain }).data();
  expect(still(1, 0.08).equals(still(1, 0.08))).toBe(true);
  expect(still(1, 0.08).equals(still(2, 0.08))).toBe(false);
  const mean = (pixels: Buffer): number => pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  expect(Math.abs(mean(still(1, 0.08)) - mean(still(1, 0)))).toBeLessThan(1.5);
});

test('corners are darker than the middle', () => {
  const frame = { width: 160, height: 240 };
  const { paint, layers } = openLayers(frame);
  paint(0, (context) => {
    context.fillStyle = 'white';
    context.fillRect(-100, -100, 500, 500);
  });
  const pixels = flatten(layers, frame, { seed: 1, grain: 0 }).data();
  expect(pixelAt(pixels, 160, 80, 120)[0]).toBe(255);
  expect(pixelAt(pixels, 160, 1, 1)[0]).toBeLessThan(225);
});

test('nearly equal sides are a square', () => {
  expect(shapeOf({ width: 1080, height: 1920 })).toBe('portrait');
  expect(shapeOf({ width: 1920, height: 1080 })).toBe('landscape');
  expect(shapeOf({ width: 1080, height: 1000 })).toBe('square');
  expect(shapeOf({ width: 1080, height: 1350 })).toBe('portrait');
});
