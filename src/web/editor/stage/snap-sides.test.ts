import { expect, test } from 'vitest';
import { snapLinesOf, snapOf } from './snap-sides.ts';

const film = { width: 1080, height: 1920 };
const safe = { left: 0.08, right: 0.92, top: 0.11, bottom: 0.8 };
const lines = snapLinesOf(film, safe, []);

test('what is nearly in the middle is brought there, and the line is shown', () => {
  const snap = snapOf({ left: -93, right: 107, top: 300, bottom: 400 }, lines, 8);
  expect(snap).toEqual({ shift: { x: -7, y: 0 }, guides: { x: 0, y: null } });
});

test('an edge of the frame, a third and the safe area are met as well', () => {
  const at = (left: number) => snapOf({ left, right: left + 50, top: 400, bottom: 417 }, lines, 5).guides.x;
  expect(at(-537)).toBe(-540);
  expect(at(-183)).toBeCloseTo(-180);
  expect(at(-450)).toBeCloseTo(-453.6);
  expect(at(-300)).toBeNull();
});

test('the nearest line wins, and the middle where two are as near', () => {
  const snap = snapOf({ left: 4, right: 24, top: 50, bottom: 60 }, { x: [1, 20, 19], y: [] }, 8);
  expect(snap.guides.x).toBe(1);
  expect(snapOf({ left: 0, right: 20, top: 0, bottom: 0 }, { x: [3, 13], y: [] }, 8).guides.x).toBe(13);
});

test('a box as wide as the safe area goes to the middle, and not half a pixel beside it', () => {
  const snap = snapOf({ left: -451, right: 457, top: 300, bottom: 400 }, lines, 8);
  expect(snap).toMatchObject({ shift: { x: -3 }, guides: { x: 0 } });
});

test('another overlay is met at its edges and its middle', () => {
  const others = snapLinesOf(film, safe, [{ left: 210, right: 330, top: 500, bottom: 560 }]);
  const snap = snapOf({ left: 205, right: 300, top: 563, bottom: 600 }, others, 6);
  expect(snap).toEqual({ shift: { x: 5, y: -3 }, guides: { x: 210, y: 560 } });
});

test('only the side that is pulled meets lines', () => {
  const snap = snapOf({ left: -2, right: 176, top: 0, bottom: 0 }, lines, 8, { x: ['right'], y: [] });
  expect(snap.guides).toEqual({ x: 180, y: null });
});
