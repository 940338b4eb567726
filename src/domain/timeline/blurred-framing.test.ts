import { expect, test } from 'vitest';
import { blurredFraming } from './blurred-framing.ts';

const tall = { width: 1080, height: 1920 };

test('a wide picture stands whole in the middle of a tall frame, over a ground that covers it', () => {
  expect(blurredFraming({ width: 1920, height: 1080 }, tall)).toMatchObject({
    picture: { x: 0, y: 656, width: 1080, height: 608 },
    ground: { width: 68, height: 120 },
    cover: { width: 214, height: 120 },
  });
});

test('a picture of the frame’s own shape fills it, of whatever size', () => {
  expect(blurredFraming({ width: 540, height: 960 }, tall)).toBeNull();
  expect(blurredFraming({ width: 1080, height: 1918 }, tall)).toBeNull();
});

test('every length is even, and the picture lies inside the frame', () => {
  for (const source of [
    { width: 3, height: 4001 },
    { width: 4000, height: 3 },
    { width: 641, height: 479 },
  ]) {
    const framing = blurredFraming(source, { width: 96, height: 128 });
    const { picture, ground, cover } = framing ?? { picture: tall, ground: tall, cover: tall };
    const lengths = [...Object.values(picture), ...Object.values(ground), ...Object.values(cover)];
    expect(lengths.every((length) => length % 2 === 0)).toBe(true);
    if ('x' in picture) {
      expect(picture.x + picture.width).toBeLessThanOrEqual(96);
      expect(picture.y + picture.height).toBeLessThanOrEqual(128);
    }
    expect(cover.width >= ground.width && cover.height >= ground.height).toBe(true);
  }
});
