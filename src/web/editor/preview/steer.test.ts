import { expect, test } from 'vitest';
import { steer } from './steer.ts';

test('a video in step with the clock is left alone', () => {
  expect(steer(0.02, 1, false)).toEqual({ kind: 'rate', rate: 1 });
  expect(steer(-0.04, 1, false)).toEqual({ kind: 'rate', rate: 1 });
});

test('one that is off by more than 40 ms runs a little slower or faster until it is in step', () => {
  expect(steer(0.06, 1, false)).toEqual({ kind: 'rate', rate: 0.97 });
  expect(steer(-0.06, 1, false)).toEqual({ kind: 'rate', rate: 1.03 });
  expect(steer(-0.03, 1, true)).toEqual({ kind: 'rate', rate: 1.03 });
  expect(steer(-0.01, 1, true)).toEqual({ kind: 'rate', rate: 1 });
});

test('one that is off by more than 150 ms jumps', () => {
  expect(steer(0.16, 1, false)).toEqual({ kind: 'seek' });
  expect(steer(-2, 1, true)).toEqual({ kind: 'seek' });
});

test('at twice the speed twice as much is put up with before it jumps', () => {
  expect(steer(-0.2, 2, false)).toEqual({ kind: 'rate', rate: 2.06 });
  expect(steer(-0.4, 2, false)).toEqual({ kind: 'seek' });
});
