import { expect, test } from 'vitest';
import { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import { boxOf, overlayInBox } from './overlay-in-box.ts';

const text = TextOverlay.parse({ id: 't', startFrame: 0, endFrame: 30, text: 'Blue hour', fontSize: 100, centerX: 50 });
const size = { width: 400, height: 120 };

test('a box that is put back changes nothing', () => {
  expect(overlayInBox(text, size, boxOf(text, size))).toEqual(text);
});

test('words pulled at a corner grow with everything that is measured in pixels', () => {
  const plated: TextOverlay = {
    ...text,
    background: { color: '#000000', opacity: 1, paddingX: 20, paddingY: 10, radius: 8, feather: 0 },
  };
  const box = { ...boxOf(plated, size), width: 600, height: 180 };
  const scaled = overlayInBox(plated, size, box, { across: 1, down: 1 });
  expect(scaled).toMatchObject({ fontSize: 150, background: { paddingX: 30, paddingY: 15, radius: 12 }, centerX: 50 });
});

test('words pulled at a side break their lines in that width and keep their size', () => {
  const box = { ...boxOf(text, size), width: 250, x: -25 };
  expect(overlayInBox(text, size, box, { across: -1, down: 0 })).toMatchObject({
    maxWidth: 250,
    fontSize: 100,
    centerX: -25,
  });
});

test('words that are placed by their corner keep being so, wherever their box goes', () => {
  const cornered: TextOverlay = { ...text, anchor: 'top-left', centerX: -200, centerY: -60 };
  const box = boxOf(cornered, size);
  expect(box).toMatchObject({ x: 0, y: 0 });
  expect(overlayInBox(cornered, size, { ...box, x: 10, y: 20 })).toMatchObject({ centerX: -190, centerY: -40 });
});

test('a picture is as large as its box', () => {
  const image = ImageOverlay.parse({
    id: 'i',
    media: { sha256: 'a'.repeat(64), kind: 'image' },
    startFrame: 0,
    endFrame: 30,
    width: 100,
    height: 50,
  });
  const box = { ...boxOf(image, image), width: 33.333_33, x: 1.005, rotation: 200 };
  expect(overlayInBox(image, image, box, { across: 1, down: 0 })).toMatchObject({
    width: 33.33,
    height: 50,
    rotation: -160,
  });
});
