import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StaleKeys } from './stale-keys.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A cache whose answers are given by hand. */
function aCache() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const staleKeys = new StaleKeys((key) => {
    asked.push(String(key));
    return new Promise<void>((resolve) => answers.push(resolve));
  });
  return { asked, staleKeys, answer: () => answers.shift()?.() };
}

test('a burst of news about one question asks it once', async () => {
  const { asked, staleKeys } = aCache();
  for (let news = 0; news < 30; news++) staleKeys.mark(['work', 'work_1']);
  staleKeys.mark(['jobs']);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual(['work,work_1', 'jobs']);
});

test('news that come while a question is being answered ask it once more after it, so that the last are in', async () => {
  const { asked, staleKeys, answer } = aCache();
  staleKeys.mark(['jobs']);
  await vi.advanceTimersByTimeAsync(200);
  for (let news = 0; news < 5; news++) staleKeys.mark(['jobs']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(1);
  answer();
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toHaveLength(2);
  answer();
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(2);
});

test('a question that fails can be asked again', async () => {
  let asked = 0;
  const staleKeys = new StaleKeys(async () => {
    asked += 1;
    throw new Error('offline');
  });
  for (let round = 1; round <= 2; round++) {
    staleKeys.mark(['jobs']);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toBe(round);
  }
});
