import { expect, test } from 'vitest';
import { filmClock } from './film-clock.ts';

test('the clock runs at its rate, backwards too, and stands while it is held', () => {
  let ms = 500;
  const clock = filmClock(() => ms);
  expect(clock.nowS()).toBe(0);
  clock.start(2, 2);
  ms += 1000;
  expect(clock.nowS()).toBe(4);
  clock.hold();
  ms += 5000;
  expect(clock.nowS()).toBe(4);
  clock.start(clock.nowS(), -1);
  ms += 500;
  expect(clock.nowS()).toBe(3.5);
});

test('what is heard sets the clock, which goes on from there', () => {
  let ms = 0;
  const clock = filmClock(() => ms);
  clock.start(0, 1);
  ms = 100;
  clock.set(0.08);
  ms = 200;
  expect(clock.nowS()).toBeCloseTo(0.18, 9);
});
