import { expect, test } from 'vitest';
import { pollDelayMs } from './poll-delay.ts';

type Told = { readonly usualS?: number; readonly progress?: number; readonly random?: number };

/** Seconds, of a vendor that wants to be asked every five. */
const delay = (ageS: number, { usualS, progress, random = 0 }: Told = {}) =>
  pollDelayMs({
    askedMs: 5000,
    ageMs: ageS * 1000,
    usualMs: usualS === undefined ? null : usualS * 1000,
    progress,
    random,
  }) / 1000;

/** The moments at which a task is asked about until it is done, by a vendor that tells its progress or does not. */
function moments(doneAtS: number, usualS: number | undefined, { tells = false, random = 0 } = {}): number[] {
  const at: number[] = [];
  for (let ageS = 0; ageS < doneAtS; at.push(ageS)) {
    const progress = tells ? { progress: ageS / doneAtS } : {};
    ageS += delay(ageS, { ...(usualS === undefined ? {} : { usualS }), ...progress, random });
  }
  return at;
}

test('a vendor is never asked sooner than it wants, whatever is known of the task', () => {
  for (const random of [0, 0.5, 1]) {
    for (const usualS of [undefined, 1, 6, 11, 60, 3600]) {
      for (const progress of [undefined, 0, 0.01, 0.5, 0.99, 1]) {
        for (const ageS of [0, 1, 4, 20, 56, 59, 61, 299, 301, 5000]) {
          const told = { ...(usualS === undefined ? {} : { usualS }), ...(progress === undefined ? {} : { progress }) };
          expect(delay(ageS, { ...told, random })).toBeGreaterThanOrEqual(5);
        }
      }
    }
  }
});

test('a task of which nothing is known is looked at as often as its vendor lets us', () => {
  expect(moments(21, undefined)).toEqual([5, 10, 15, 20, 25]);
});

test('one that usually takes a while is seldom asked about until it should be done, and then found at once', () => {
  expect(moments(60, 60)).toEqual([10, 20, 30, 40, 50, 60]);
  expect(moments(7, 7)).toEqual([7]);
  expect(moments(29, 25).slice(-2)).toEqual([25, 30]);
});

test('what the vendor says of its progress counts for more than what is usual', () => {
  expect(delay(60, { usualS: 60, progress: 0 })).toBe(10); // it waited there, and has just begun
  expect(delay(24, { usualS: 120, progress: 0.8 })).toBe(6);
  expect(delay(24, { progress: 0.8 })).toBe(6);
  expect(moments(28, undefined, { tells: true }).at(-1)).toBeLessThan(28.1);
});

test('a task that takes the usual time is found within a tenth of it, or as soon as its vendor lets us ask', () => {
  for (const random of [0, 0.5, 1]) {
    for (const usualS of [6, 30, 120, 600]) {
      const foundS = moments(usualS, usualS, { random }).at(-1) ?? 0;
      expect(foundS - usualS).toBeLessThanOrEqual(Math.max(usualS / 10, 5.5));
    }
  }
});

test('what is usual does not grow by our looking late', () => {
  for (const takesS of [6, 20, 45]) {
    let usualS = takesS;
    for (let film = 0; film < 100; film++) usualS = moments(takesS, usualS, { random: 0.5 }).at(-1) ?? 0;
    expect(usualS).toBeLessThan(takesS + 10);
  }
});

test('an old task is asked about less and less often, but once a minute at least', () => {
  expect(delay(600, { usualS: 60 })).toBe(10);
  expect(delay(36_000)).toBe(60);
});

test('no two ask at the same moment for long: up to a tenth later than the vendor wants', () => {
  expect(delay(60, { random: 0 })).toBe(5);
  expect(delay(60, { random: 1 })).toBe(5.5);
});
