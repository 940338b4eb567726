import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverFrame, coverFrameExactly } from './cover-frame.ts';

test('a video of the film’s shape fills the frame, uncut', () => {
  expect(coverFrame({ width: 540, height: 960 }, { width: 1080, height: 1920 })).toEqual({
    x: 0,
    y: 0,
    width: 1080,
    height: 1920,
  });
});

test('a wide video in a tall film is cut evenly on both sides, in pairs of pixels', () => {
  const box = coverFrame({ width: 1920, height: 1080 }, { width: 1080, height: 1920 });
  expect(box).toEqual({ x: -1166, y: 0, width: 3414, height: 1920 });
});

test('whatever the shapes, the frame is full and the cut lies in its middle', () => {
  const length = fc.integer({ min: 8, max: 2000 });
  const evenLength = fc.integer({ min: 8, max: 1000 }).map((half) => 2 * half);
  fc.assert(
    fc.property(length, length, evenLength, evenLength, (width, height, filmWidth, filmHeight) => {
      const film = { width: filmWidth, height: filmHeight };
      for (const box of [coverFrame({ width, height }, film), coverFrameExactly({ width, height }, film)]) {
        const [right, below] = [box.x + box.width - filmWidth, box.y + box.height - filmHeight];
        expect(Math.min(-box.x, -box.y, right, below)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.max(Math.abs(right + box.x), Math.abs(below + box.y))).toBeLessThanOrEqual(2);
      }
    }),
  );
});
