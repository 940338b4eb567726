import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clampScale,
  fitScale,
  leastScale,
  MOST_SCALE,
  scaleOfSlider,
  scrollAround,
  sliderOf,
  windowAround,
} from './time-scale.ts';

test('a film that fits is seen whole, with room after its end', () => {
  const scale = fitScale(690, 1320);
  expect(690 * scale).toBeLessThan(1320);
  expect(690 * scale).toBeGreaterThan(1200);
  expect(fitScale(0, 1320)).toBe(MOST_SCALE);
  expect(fitScale(3, 1320)).toBe(MOST_SCALE);
});

test('the ends of the slider are the ends of the scale, and it comes back where it was', () => {
  const least = leastScale(690, 1320);
  expect(sliderOf(least, least)).toBe(0);
  expect(sliderOf(MOST_SCALE, least)).toBe(100);
  for (let place = 0; place <= 100; place++) expect(sliderOf(scaleOfSlider(place, least), least)).toBe(place);
  expect(clampScale(0.0001, least)).toBe(least);
  expect(clampScale(100, least)).toBe(MOST_SCALE);
});

test('the moment under the pointer stays under it at any zoom', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(number(0, 9000), number(0, 1300), number(0.1, 30), number(0.1, 30), (scrollPx, atPx, before, after) => {
      const scrolled = scrollAround({ scrollPx, atPx, before, after });
      const frame = (scrollPx + atPx) / before;
      if (scrolled > 0) expect((scrolled + atPx) / after).toBeCloseTo(frame, 6);
      else expect(frame * after).toBeLessThanOrEqual(atPx + 1e-6);
    }),
    { verbose: true },
  );
});

test('what is drawn reaches beyond the window, and stays the same while it is scrolled a little', () => {
  for (let scrollPx = 0; scrollPx < 3000; scrollPx += 37) {
    const { fromPx, toPx } = windowAround(scrollPx, 1320);
    expect(fromPx).toBeLessThanOrEqual(Math.max(0, scrollPx - 256));
    expect(toPx).toBeGreaterThanOrEqual(scrollPx + 1320 + 256);
  }
  expect(windowAround(1030, 1320)).toEqual(windowAround(1040, 1320));
});
