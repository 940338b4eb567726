import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Handle, resizedBox } from './resize-box.ts';
import { type Point, type TurnedBox, turnedWay } from './turned-box.ts';

const box = (over: Partial<TurnedBox> = {}): TurnedBox => ({
  x: 0,
  y: 0,
  width: 200,
  height: 100,
  rotation: 0,
  ...over,
});

test('a box pulled at its lower right corner keeps its upper left one', () => {
  const pulled = resizedBox(box(), { handle: { across: 1, down: 1 }, by: { x: 40, y: 20 }, keepsRatio: false });
  expect(pulled).toEqual({ x: 20, y: 10, width: 240, height: 120, rotation: 0 });
});

test('a side pulled outwards changes no more than its own way', () => {
  const pulled = resizedBox(box(), { handle: { across: -1, down: 0 }, by: { x: -50, y: 30 }, keepsRatio: false });
  expect(pulled).toEqual({ x: -25, y: 0, width: 250, height: 100, rotation: 0 });
});

test('a box that is turned is pulled along its own sides', () => {
  const pulled = resizedBox(box({ rotation: 90 }), {
    handle: { across: 1, down: 0 },
    by: { x: 0, y: 60 },
    keepsRatio: false,
  });
  expect(pulled.width).toBeCloseTo(260);
  expect(pulled.height).toBeCloseTo(100);
  expect([pulled.x, pulled.y].map(Math.round)).toEqual([0, 30]);
});

test('whatever is pulled, the point opposite stays, the ratio is kept where it is asked for, and something is left', () => {
  const sign = fc.constantFrom<-1 | 0 | 1>(-1, 0, 1);
  fc.assert(
    fc.property(
      fc.record({
        x: fc.integer({ min: -900, max: 900 }),
        y: fc.integer({ min: -900, max: 900 }),
        width: fc.integer({ min: 10, max: 2000 }),
        height: fc.integer({ min: 10, max: 2000 }),
        rotation: fc.integer({ min: -180, max: 180 }),
      }),
      fc.record({ across: sign, down: sign }).filter(({ across, down }) => across !== 0 || down !== 0),
      fc.record({ x: fc.integer({ min: -3000, max: 3000 }), y: fc.integer({ min: -3000, max: 3000 }) }),
      fc.boolean(),
      (before, handle, by, keepsRatio) => {
        const after = resizedBox(before, { handle, by, keepsRatio });
        const [still, stays] = [opposite(before, handle), opposite(after, handle)];
        expect(Math.hypot(still.x - stays.x, still.y - stays.y)).toBeLessThan(1e-6);
        expect(Math.min(after.width, after.height)).toBeGreaterThan(7);
        if (keepsRatio) expect(after.width / after.height).toBeCloseTo(before.width / before.height, 6);
      },
    ),
  );
});

const opposite = (of: TurnedBox, { across, down }: Handle): Point => {
  const way = turnedWay({ x: (-across * of.width) / 2, y: (-down * of.height) / 2 }, of.rotation);
  return { x: of.x + way.x, y: of.y + way.y };
};
