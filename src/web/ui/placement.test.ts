import { expect, test } from 'vitest';
import { placement, type PlacementInput } from './placement.ts';

const middle: PlacementInput = {
  anchor: { left: 400, top: 300, width: 100, height: 32 },
  popup: { width: 200, height: 120 },
  viewport: { width: 1000, height: 800 },
  side: 'bottom',
  align: 'start',
  rightToLeft: false,
};

test('a popup opens under its button, in line with the edge where the language begins', () => {
  expect(placement(middle)).toMatchObject({ left: 400, top: 338, side: 'bottom' });
  expect(placement({ ...middle, align: 'end' })).toMatchObject({ left: 300 });
  expect(placement({ ...middle, align: 'center' })).toMatchObject({ left: 350 });
  expect(placement({ ...middle, rightToLeft: true })).toMatchObject({ left: 300 });
  expect(placement({ ...middle, align: 'end', rightToLeft: true })).toMatchObject({ left: 400 });
});

test('a popup without room below opens above', () => {
  const low = { ...middle, anchor: { ...middle.anchor, top: 740 } };
  expect(placement(low)).toMatchObject({ top: 614, side: 'top' });
  expect(placement({ ...low, side: 'top' })).toMatchObject({ top: 614, side: 'top' });
  const high = { ...middle, side: 'top' as const, anchor: { ...middle.anchor, top: 20 } };
  expect(placement(high)).toMatchObject({ top: 58, side: 'bottom' });
});

test('a popup higher than either side keeps the roomier one and scrolls', () => {
  const tall = { ...middle, popup: { width: 200, height: 2000 } };
  const placed = placement(tall);
  expect(placed).toMatchObject({ side: 'bottom', top: 338 });
  expect(placed.top + placed.maxHeight).toBe(792);
});

test('a popup never leaves the window sideways', () => {
  expect(placement({ ...middle, anchor: { ...middle.anchor, left: 950 } }).left).toBe(792);
  expect(placement({ ...middle, align: 'end', anchor: { ...middle.anchor, left: 0 } }).left).toBe(8);
  expect(placement({ ...middle, popup: { width: 1200, height: 10 } }).left).toBe(8);
});
