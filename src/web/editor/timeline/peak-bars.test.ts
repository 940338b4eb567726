import { expect, test } from 'vitest';
import { BAR_PX, peakBars } from './peak-bars.ts';

/** A hundred peaks a second, each as loud as its place in a second. */
const peaks = {
  sampleRate: 48_000,
  samplesPerPixel: 480,
  peaks: Array.from({ length: 400 }, (_, at) => (at % 100) / 100),
};

test('a bar is as loud as the loudest in its stretch', () => {
  const bars = peakBars({ peaks, fromPx: 0, toPx: 30, pxPerSecond: 30, sourceStartS: 0 });
  expect(bars.map(({ peak }) => peak)).toEqual([0.09, 0.19, 0.29, 0.39, 0.49, 0.59, 0.69, 0.79, 0.89, 0.99]);
  expect(bars.map(({ x }) => x)).toEqual(bars.map((_, place) => place * BAR_PX));
});

test('a sound that begins later in its file begins with what is heard there', () => {
  const [first] = peakBars({ peaks, fromPx: 0, toPx: 3, pxPerSecond: 30, sourceStartS: 0.5 });
  expect(first?.peak).toBe(0.59);
});

test('after the end of the file it is silent', () => {
  const bars = peakBars({ peaks, fromPx: 0, toPx: 300, pxPerSecond: 30, sourceStartS: 0 });
  expect(bars.filter(({ x }) => x >= 120).every(({ peak }) => peak === 0)).toBe(true);
});

test('a window has the bars that the whole has there', () => {
  const given = { peaks, pxPerSecond: 300, sourceStartS: 0.2 };
  const whole = peakBars({ ...given, fromPx: 0, toPx: 900 });
  expect(peakBars({ ...given, fromPx: 300, toPx: 600 })).toEqual(whole.filter(({ x }) => x >= 300 && x < 600));
});
