import { expect, test } from 'vitest';
import { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import { nudgedOverlays } from './nudge-overlays.ts';
import type { Grip, Held } from './overlay-gesture.ts';

const text: Held = {
  overlay: TextOverlay.parse({ id: 't', startFrame: 0, endFrame: 30, text: 'Blue hour', fontSize: 100 }),
  size: { width: 400, height: 100 },
};
const picture = ImageOverlay.parse({
  id: 'i',
  media: { sha256: 'a'.repeat(64), kind: 'image' },
  startFrame: 0,
  endFrame: 30,
  width: 200,
  height: 100,
  maintainAspectRatio: false,
});
const pulled = (across: 0 | 1, down: 0 | 1): Grip => ({ kind: 'resize', handle: { across, down } });

test('arrow keys move everything that is held', () => {
  const moved = nudgedOverlays([text, { overlay: picture, size: picture }], { kind: 'move' }, { x: 10, y: -1 });
  expect(moved.map(({ centerX, centerY }) => [centerX, centerY])).toEqual([
    [10, -1],
    [10, -1],
  ]);
});

test('arrow keys turn by degrees, both ways round', () => {
  expect(nudgedOverlays([text], { kind: 'turn' }, { x: -10, y: 0 })[0]?.rotation).toBe(-10);
});

test('arrow keys resize the side that is held and nothing else', () => {
  const [wider] = nudgedOverlays([{ overlay: picture, size: picture }], pulled(1, 0), { x: 20, y: 0 });
  expect(wider).toMatchObject({ width: 220, height: 100, centerX: 10 });
  const [narrower] = nudgedOverlays([text], pulled(1, 0), { x: -100, y: 0 });
  expect(narrower).toMatchObject({ maxWidth: 300, fontSize: 100 });
});

test('words grow with their lower side, and a picture whose ratio is locked with either', () => {
  expect(nudgedOverlays([text], pulled(0, 1), { x: 0, y: 10 })[0]).toMatchObject({ fontSize: 110 });
  const locked = { ...picture, maintainAspectRatio: true };
  const [both] = nudgedOverlays([{ overlay: locked, size: locked }], pulled(1, 0), { x: 20, y: 0 });
  expect(both).toMatchObject({ width: 220, height: 110 });
});
