import { expect, test } from 'vitest';
import { TextOverlay } from '#contract/timeline.ts';
import type { PlacedOverlay } from '#domain/timeline/plan-film.ts';
import { sizeOfOverlay } from './overlay-sizes.ts';

const text = (over: Partial<TextOverlay> = {}): PlacedOverlay => ({
  kind: 'text',
  startFrame: 0,
  endFrame: 30,
  overlay: {
    ...TextOverlay.parse({ id: 't', startFrame: 0, endFrame: 30, text: 'Blue hour', fontSize: 100 }),
    ...over,
  },
});
const undrawn = () => null;

test('words are as large as they were drawn, and until then about as large as they will be', () => {
  expect(sizeOfOverlay(text(), () => ({ width: 412, height: 120 }), new Map())).toEqual({ width: 412, height: 120 });
  const guess = sizeOfOverlay(text(), undrawn, new Map());
  expect(guess.width).toBeGreaterThan(300);
  expect(guess.width).toBeLessThan(600);
});

test('while words are being drawn anew, their box follows what they will become', () => {
  const known = new Map();
  sizeOfOverlay(text(), () => ({ width: 412, height: 120 }), known);
  expect(sizeOfOverlay(text({ fontSize: 50 }), undrawn, known)).toEqual({ width: 206, height: 60 });
  expect(sizeOfOverlay(text({ maxWidth: 300 }), undrawn, known)).toEqual({ width: 300, height: 120 });
});
