import { expect, test } from 'vitest';
import { decibelsOf, SILENCE_DB, volumeOf } from './sound-level.ts';

test('every tenth of a decibel is a volume of its own and comes back as what it was', () => {
  for (let tenths = -599; tenths <= 120; tenths++)
    expect(decibelsOf(volumeOf(tenths / 10))).toBeCloseTo(tenths / 10, 9);
});

test('0 dB is the level of the file, half of it is about -6 dB, and the lowest is silence', () => {
  expect([volumeOf(0), decibelsOf(0.5), volumeOf(SILENCE_DB), decibelsOf(0), volumeOf(20)]).toEqual([1, -6, 0, -60, 4]);
});
