import { expect, test } from 'vitest';
import { fewerPeaks } from './fewer-peaks.ts';

test('a waveform is drawn by its loudest moments, however many there are', () => {
  expect(fewerPeaks([0.1, 0.9, 0.2, 0.3], 2)).toEqual([0.9, 0.3]);
  expect(fewerPeaks([0.5, 1], 4)).toEqual([0.5, 0.5, 1, 1]);
  expect(fewerPeaks([], 3)).toEqual([0, 0, 0]);
});
