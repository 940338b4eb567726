import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextOverlay } from '#contract/timeline.ts';
import { atHome } from './at-home.ts';

const film = { width: 1080, height: 1920 };
const text = (more: Partial<TextOverlay> = {}) => {
  const overlay = TextOverlay.parse({ id: 't', text: 'Here', fontSize: 40, startFrame: 0, endFrame: 9, ...more });
  return { kind: 'text' as const, overlay, startFrame: 0, endFrame: 9 };
};

test('a text moved by whole pixels looks the same, and goes where it was moved to', () => {
  const place = fc.integer({ min: -2000, max: 2000 });
  const fraction = fc.integer({ min: 0, max: 999 }).map((value) => value / 1000);
  fc.assert(
    fc.property(place, place, fraction, place, (x, y, part, by) => {
      const one = atHome(text({ centerX: x + part, centerY: y }), film);
      const other = atHome(text({ centerX: x + part + by, centerY: y }), film);
      expect(other.look).toBe(one.look);
      expect(other.shift.x - one.shift.x).toBe(by);
      expect(one.shift.x + one.placed.overlay.centerX).toBeCloseTo(film.width / 2 + x + part, 5);
    }),
  );
});

test('when it comes, how, and how much is seen through it are no part of how it looks', () => {
  const { look } = atHome(text(), film);
  const animation = { in: 'rise', out: 'none', inFrames: 5, outFrames: 0, staggerFrames: 0 } as const;
  expect(atHome(text({ id: 'other', startFrame: 4, opacity: 0.3, animation }), film).look).toBe(look);
  expect(atHome(text({ rotation: 1 }), film).look).not.toBe(look);
  expect(atHome(text({ centerX: 0.5 }), film).look).not.toBe(look);
});

test('in a film of another size it is the same drawing', () => {
  expect(atHome(text(), { width: 1920, height: 1080 }).look).toBe(atHome(text(), film).look);
});
