import { expect, test } from 'vitest';
import { ImageOverlay, TextOverlay } from '#contract/timeline.ts';
import { type Grip, type Held, pulledOverlays } from './overlay-gesture.ts';

const text: Held = {
  overlay: TextOverlay.parse({ id: 't', startFrame: 0, endFrame: 30, text: 'Blue hour', fontSize: 100 }),
  size: { width: 400, height: 120 },
};
const image = (over: Partial<ImageOverlay> = {}): Held => {
  const overlay = ImageOverlay.parse({
    id: 'i',
    media: { sha256: 'a'.repeat(64), kind: 'image' },
    startFrame: 0,
    endFrame: 30,
    width: 200,
    height: 100,
    centerX: 100,
    centerY: 100,
    ...over,
  });
  return { overlay, size: overlay };
};
const snapping = { lines: { x: [0, 540], y: [0] }, withinPx: 10 };
const none = { lines: { x: [], y: [] }, withinPx: 10 };
const pull = (x: number, y: number, over = {}) => ({
  from: { x: 0, y: 0 },
  to: { x, y },
  isStrict: false,
  isFree: false,
  ...over,
});
const corner: Grip = { kind: 'resize', handle: { across: 1, down: 1 } };

test('what is moved near a line meets it, and Alt leaves it where the pointer is', () => {
  const move: Grip = { kind: 'move' };
  const met = pulledOverlays([text], move, pull(6, 30), snapping);
  expect(met).toMatchObject({ overlays: [{ centerX: 0, centerY: 30 }], guides: { x: 0, y: null } });
  const free = pulledOverlays([text], move, pull(6, 30, { isFree: true }), snapping);
  expect(free).toMatchObject({ overlays: [{ centerX: 6, centerY: 30 }], guides: { x: null, y: null } });
});

test('several move together, and meet lines as one', () => {
  const other = { ...text, overlay: { ...text.overlay, id: 'other', centerX: 100 } };
  const { overlays, guides } = pulledOverlays([text, other], { kind: 'move' }, pull(-53, 40), snapping);
  expect(overlays.map(({ centerX }) => centerX)).toEqual([-50, 50]);
  expect(guides.x).toBe(0);
});

test('with Shift, a move goes one way only', () => {
  const { overlays } = pulledOverlays([text], { kind: 'move' }, pull(50, 20, { isStrict: true }), none);
  expect(overlays[0]).toMatchObject({ centerX: 50, centerY: 0 });
});

test('a picture keeps its ratio while that is locked, and with Shift', () => {
  const locked = pulledOverlays([image()], corner, pull(100, 0), none).overlays[0];
  expect(locked).toMatchObject({ width: 280, height: 140 });
  const loose = image({ maintainAspectRatio: false });
  expect(pulledOverlays([loose], corner, pull(100, 0), none).overlays[0]).toMatchObject({ width: 300, height: 100 });
  const strict = pulledOverlays([loose], corner, pull(100, 0, { isStrict: true }), none).overlays[0];
  expect(strict).toMatchObject({ width: 280, height: 140 });
});

test('a pulled side meets a line, and with a locked ratio the other side follows', () => {
  const loose = image({ maintainAspectRatio: false });
  const side: Grip = { kind: 'resize', handle: { across: -1, down: 0 } };
  expect(pulledOverlays([loose], side, pull(4, 0), snapping)).toMatchObject({
    overlays: [{ width: 200, centerX: 100 }],
    guides: { x: 0, y: null },
  });
  const { overlays, guides } = pulledOverlays([image()], corner, pull(340, 170), snapping);
  expect(overlays[0]).toMatchObject({ width: 540, height: 270, centerX: 270, centerY: 185 });
  expect(guides).toEqual({ x: 540, y: null });
});

test('words grow at a corner and break anew at a side', () => {
  expect(pulledOverlays([text], corner, pull(200, 60), none).overlays[0]).toMatchObject({ fontSize: 150 });
  const side: Grip = { kind: 'resize', handle: { across: 1, down: 0 } };
  expect(pulledOverlays([text], side, pull(-100, 60), none).overlays[0]).toMatchObject({
    fontSize: 100,
    maxWidth: 300,
    centerX: -50,
  });
});

test('turning goes about the middle', () => {
  const way = { from: { x: 100, y: 0 }, to: { x: 200, y: 98 }, isStrict: true, isFree: false };
  expect(pulledOverlays([image()], { kind: 'turn' }, way, none).overlays[0]).toMatchObject({
    rotation: 90,
    centerX: 100,
    centerY: 100,
  });
});
