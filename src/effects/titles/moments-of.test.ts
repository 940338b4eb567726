import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentAt, momentsOf } from './moments-of.ts';
import { overlayAt } from './overlay-at.ts';

const frames = (max: number) => fc.integer({ min: 0, max });
const shapes = fc.record({
  lineCount: fc.integer({ min: 1, max: 5 }),
  hasRule: fc.boolean(),
  lengthFrames: fc.integer({ min: 1, max: 120 }),
  animation: fc.option(
    fc.record({
      in: fc.constantFrom('none' as const, 'fade' as const, 'rise' as const),
      out: fc.constantFrom('none' as const, 'fade' as const),
      inFrames: frames(40),
      outFrames: frames(40),
      staggerFrames: frames(8),
    }),
    { nil: undefined },
  ),
});

test('the bitmap shown in any frame is that of the moment the overlay stands in', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const moments = momentsOf(shape);
      for (let frame = 0; frame < shape.lengthFrames; frame++)
        expect(momentAt(moments, frame), String(frame)).toEqual(overlayAt(shape, frame));
    }),
    { numRuns: 300 },
  );
});

test('before it came there is no moment', () => {
  const moments = momentsOf({ lineCount: 1, hasRule: false, lengthFrames: 10, animation: undefined });
  expect(momentAt(moments, -1)).toBeNull();
  expect(momentAt(moments, 9)?.alpha).toBe(1);
});

test('a plate that takes no time to come is there from the first frame', () => {
  const animation = { in: 'rise', out: 'none', inFrames: 0, outFrames: 0, staggerFrames: 0 } as const;
  const moments = momentsOf({ lineCount: 1, hasRule: false, lengthFrames: 3, animation });
  expect([0, 1, 2].map((frame) => momentAt(moments, frame)?.plate)).toEqual([1, 1, 1]);
});
