import { expect, test } from 'vitest';
import { paintedFrame } from './painted-frame.ts';

test('a picture that is right for the clock’s frame is painted as that frame', () => {
  expect(paintedFrame(100, 40, { first: 40, last: 40 })).toBe(100);
  expect(paintedFrame(100, 40, { first: 38, last: 41 })).toBe(100);
});

test('one that is late is painted as the frame it belongs to, and so is one that is early', () => {
  expect(paintedFrame(100, 40, { first: 37, last: 37 })).toBe(97);
  expect(paintedFrame(100, 40, { first: 41, last: 41 })).toBe(101);
});

test('the last picture of a clip that is too short is right for ever', () => {
  expect(paintedFrame(100, 40, { first: 12, last: Infinity })).toBe(100);
});
