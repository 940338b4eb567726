import { expect, test } from 'vitest';
import { framesShowing, shownMoment } from './shown-moment.ts';

const at = (num: number, den = 1) => ({ num, den });
const source = (fps: { num: number; den: number } | null, frames: number | null) => ({ fps, frames });

test('a source of the film’s own rate shows its frames one by one, each asked for at its middle', () => {
  for (let frame = 0; frame < 100; frame++) {
    expect(shownMoment(source(at(30), 100), frame, at(30))).toBeCloseTo((frame + 0.5) / 30, 9);
    expect(framesShowing(source(at(30), null), frame / 30, at(30))).toEqual({ first: frame, last: frame });
  }
});

test('after its end the last frame is held, for ever', () => {
  const short = source(at(30), 12);
  expect(shownMoment(short, 11, at(30))).toBe(shownMoment(short, 400, at(30)));
  expect(framesShowing(short, 11 / 30, at(30))).toEqual({ first: 11, last: Infinity });
});

test('a slower source shows a frame more than once, and every frame of the film has one that shows it', () => {
  const slow = source(at(24), null);
  for (let frame = 0; frame < 200; frame++) {
    const shown = Math.floor(shownMoment(slow, frame, at(30)) * 24);
    const { first, last } = framesShowing(slow, shown / 24, at(30));
    expect(first, `frame ${String(frame)}`).toBeLessThanOrEqual(frame);
    expect(last, `frame ${String(frame)}`).toBeGreaterThanOrEqual(frame);
  }
});

test('a faster source leaves frames out', () => {
  const shown = [0, 1, 2, 3].map((frame) => Math.floor(shownMoment(source(at(60), null), frame, at(30)) * 60));
  expect(shown).toEqual([0, 2, 4, 6]);
});

test('where the rate is not known, the moment is the latest at which it may begin', () => {
  expect(shownMoment(source(null, null), 10, at(25))).toBeCloseTo(10.3137 / 25, 9);
});
