import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snapDrag } from './snap-frame.ts';

test('an edge that comes near a point lies on it, and the line is shown there', () => {
  const drag = { edges: [100, 160], points: [0, 200, 400], reachFrames: 4 };
  expect(snapDrag({ ...drag, byFrames: 38 })).toEqual({ byFrames: 40, guideFrame: 200 });
  expect(snapDrag({ ...drag, byFrames: 97 })).toEqual({ byFrames: 100, guideFrame: 200 });
});

test('far from everything it goes where the hand goes, in whole frames', () => {
  const drag = { edges: [100], points: [0, 200], reachFrames: 4 };
  expect(snapDrag({ ...drag, byFrames: 30.4 })).toEqual({ byFrames: 30, guideFrame: null });
  expect(snapDrag({ ...drag, points: [], byFrames: -3.6 })).toEqual({ byFrames: -4, guideFrame: null });
});

test('of two points in reach the nearer one wins, whichever edge it is for', () => {
  const drag = { edges: [100, 160], points: [143, 204], reachFrames: 6 };
  expect(snapDrag({ ...drag, byFrames: 42 })).toEqual({ byFrames: 43, guideFrame: 143 });
});

test('it finds what looking at every point would find', () => {
  const frame = fc.integer({ min: 0, max: 500 });
  fc.assert(
    fc.property(fc.array(frame), fc.array(frame, { minLength: 1, maxLength: 3 }), frame, (points, edges, byFrames) => {
      const sorted = points.toSorted((a, b) => a - b);
      const { byFrames: found, guideFrame } = snapDrag({ edges, byFrames, points: sorted, reachFrames: 8 });
      const offs = edges.flatMap((edge) => points.map((point) => Math.abs(point - edge - byFrames)));
      const least = Math.min(Infinity, ...offs);
      if (least > 8) expect(guideFrame).toBeNull();
      else expect(Math.abs(found - byFrames)).toBe(least);
    }),
    { verbose: true },
  );
});
