import { expect, test } from 'vitest';
import { frameOfSecond, secondAndFrame, timecodeOf } from './timecode.ts';

const thirty = { num: 30, den: 1 };
const ntsc = { num: 30_000, den: 1001 };

test('a moment is told in minutes, seconds and frames, with hours where there are any', () => {
  expect(timecodeOf(0, thirty)).toBe('00:00:00');
  expect(timecodeOf(411, thirty)).toBe('00:13:21');
  expect(timecodeOf(30 * 3661 + 4, thirty)).toBe('1:01:01:04');
});

test('at 29.97 the seconds stay real ones: an hour has no frame that is not told', () => {
  expect(timecodeOf(frameOfSecond(3600, ntsc), ntsc)).toBe('1:00:00:00');
  for (let frame = 0; frame < 2000; frame++) {
    const at = secondAndFrame(frame, ntsc);
    expect(frameOfSecond(at.second, ntsc) + at.frame).toBe(frame);
    expect(at.frame).toBeGreaterThanOrEqual(0);
    expect(at.frame).toBeLessThan(30);
  }
});
