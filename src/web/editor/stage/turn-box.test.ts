import { expect, test } from 'vitest';
import { evenTurn, turnedTo } from './turn-box.ts';

const middle = { x: 10, y: 10 };
const quarter = { rotation: 0, middle, from: { x: 10, y: -90 }, to: { x: 110, y: 10 } };

test('a quarter of the way round turns a box by ninety degrees, clockwise', () => {
  expect(turnedTo({ ...quarter, by: 'free' })).toBe(90);
  expect(turnedTo({ ...quarter, rotation: 20, by: 'free' })).toBe(110);
});

test('nearly level is level, unless it is to be free', () => {
  const nearly = { ...quarter, rotation: 2 };
  expect(turnedTo({ ...nearly, by: 'snaps' })).toBe(90);
  expect(turnedTo({ ...nearly, by: 'free' })).toBe(92);
});

test('steps are of fifteen degrees', () => {
  expect(turnedTo({ ...quarter, rotation: 9, by: 'steps' })).toBe(105);
});

test('a turn is said between -180 and 180, and never as -0', () => {
  expect([190, -190, 180, -180, 540, 0, -0.01].map(evenTurn)).toEqual([-170, 170, 180, 180, 180, 0, 0]);
});
