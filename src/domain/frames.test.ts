import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fpsFromNumber, fpsToNumber, framesToSeconds, secondsToFrames } from './frames.ts';

describe('seconds and frames', () => {
  test('a half frame rounds up, also where binary fractions fall short of it', () => {
    const fps = { num: 30, den: 1 };
    expect([0.05, 0.35, 2.05, 8.45, 0.016].map((seconds) => secondsToFrames(seconds, fps))).toEqual([
      2, 11, 62, 254, 0,
    ]);
  });

  test.each([
    [29.97, { num: 30000, den: 1001 }],
    [23.976, { num: 24000, den: 1001 }],
    [23.98, { num: 24000, den: 1001 }],
    [59.94, { num: 60000, den: 1001 }],
    [30, { num: 30, den: 1 }],
    [24, { num: 24, den: 1 }],
    [12.5, { num: 25, den: 2 }],
    [29.833333, { num: 179, den: 6 }],
  ])('%s frames a second are an exact fraction', (rate, fps) => {
    expect(fpsFromNumber(rate)).toEqual(fps);
  });

  test('a rate written out reads back as the same rate', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 240, noNaN: true }), (rate) => {
        const fps = fpsFromNumber(rate);
        expect(fpsFromNumber(fpsToNumber(fps))).toEqual(fps);
      }),
      { verbose: true },
    );
  });

  test('a frame in seconds is the same frame again', () => {
    const rates = [24, 25, 29.97, 30, 59.94, 60, 23.976, 29.833333, 12.5].map(fpsFromNumber);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom(...rates), (frame, fps) => {
        expect(secondsToFrames(framesToSeconds(frame, fps), fps)).toBe(frame);
      }),
      { verbose: true },
    );
  });
});
