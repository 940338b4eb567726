import { expect, test } from 'vitest';
import { pollDelayMs } from './poll-delay.ts';

const delay = (ageS: number, usualS: number | null, random = 0.5) =>
  pollDelayMs({ askedMs: 5000, ageMs: ageS * 1000, usualMs: usualS === null ? null : usualS * 1000, random }) / 1000;

/** The moments at which a task is asked about until it is done, without jitter. */
function moments(doneAtS: number, usualS: number | null): number[] {
  const at: number[] = [];
  for (let ageS = 0; ageS < doneAtS; at.push(ageS)) ageS += delay(ageS, usualS);
  return at;
}

test('a young task is asked about sooner than the vendor wants in general, so that a quick one is found quickly', () => {
  expect(delay(0, null)).toBe(1.25);
  expect(delay(20, null)).toBe(2);
  expect(delay(60, null)).toBe(5);
});

test('a task that usually takes a while is left alone until it may be done, and then looked at more often', () => {
  expect(delay(0, 60)).toBe(10);
  expect(delay(45, 60)).toBe(6);
  expect(delay(52, 60)).toBe(2.5);
  expect(delay(80, 60)).toBe(5);
});

test('an old task is asked about less and less often, but once a minute at least', () => {
  expect(delay(600, 60)).toBe(10);
  expect(delay(36_000, null)).toBe(60);
});

test('no two ask at the same moment for long: a fifth sooner or later', () => {
  expect(delay(60, null, 0)).toBe(4);
  expect(delay(60, null, 1)).toBe(6);
});

test('a result is found within a tenth of the time it usually takes, with less than twenty questions', () => {
  for (const usualS of [5, 30, 120]) {
    const at = moments(usualS, usualS);
    expect((at.at(-1) ?? 0) / usualS).toBeLessThanOrEqual(1.1);
    expect(at.length).toBeLessThan(20);
  }
});
