import { expect, test } from 'vitest';
import { ImageOverlay } from '#contract/timeline.ts';
import type { Held } from '../stage/overlay-gesture.ts';
import { alignedOverlays, distributedOverlays } from './align-overlays.ts';

const held = (id: string, over: Partial<ImageOverlay>): Held => {
  const media = { sha256: 'a'.repeat(64), kind: 'image' as const };
  const image = ImageOverlay.parse({ id, media, startFrame: 0, endFrame: 9, width: 100, height: 50, ...over });
  return { overlay: image, size: image };
};
const frame = { width: 1080, height: 1920 };
const three = [held('a', { centerX: -300 }), held('b', { centerX: 10, width: 200 }), held('c', { centerX: 300 })];

test('one is brought to the edges and the middle of the frame', () => {
  const one = [held('a', { centerX: 13, centerY: 40 })];
  expect(alignedOverlays(one, 'left', frame)[0]).toMatchObject({ centerX: -490, centerY: 40 });
  expect(alignedOverlays(one, 'middle', frame)[0]).toMatchObject({ centerX: 13, centerY: 0 });
});

test('several are brought to each other', () => {
  expect(alignedOverlays(three, 'right', frame).map(({ centerX }) => centerX)).toEqual([300, 250, 300]);
  expect(alignedOverlays(three, 'center', frame).map(({ centerX }) => centerX)).toEqual([0, 0, 0]);
});

test('what is turned is aligned by what is seen of it', () => {
  const turned = [held('a', { rotation: 90 })];
  expect(alignedOverlays(turned, 'left', frame)[0]).toMatchObject({ centerX: -515 });
});

test('distances become the same, and the outermost stay', () => {
  const spread = distributedOverlays(three, 'across');
  expect(spread.map(({ id, centerX }) => [id, centerX])).toEqual([
    ['a', -300],
    ['b', 0],
    ['c', 300],
  ]);
});
