import { expect, test } from 'vitest';
import { newestWins } from './newest-wins.ts';

const tooOld = (): Error => new Error('too old');
const here = new AbortController().signal;

/** Work that ends when it is told to, or given up. */
function anErrand() {
  const { promise, resolve } = Promise.withResolvers<string>();
  const seen: { signal?: AbortSignal } = {};
  const work = async (signal: AbortSignal): Promise<string> => {
    seen.signal = signal;
    return Promise.race([
      promise,
      new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    ]);
  };
  return { work, finish: resolve, begun: () => seen.signal !== undefined, ended: () => seen.signal?.aborted ?? false };
}

const turns = () => new Promise((done) => setImmediate(done));

test('a newer piece of the same thing ends the one under way, and the work goes on with the newer', async () => {
  const take = newestWins(2, tooOld);
  const [old, young] = [anErrand(), anErrand()];
  const first = take({ of: 'film', piece: '1', signal: here, work: old.work });
  await turns();
  const second = take({ of: 'film', piece: '2', signal: here, work: young.work });
  await expect(first).rejects.toThrow('too old');
  expect(old.ended()).toBe(true);
  young.finish('new');
  expect(await second).toBe('new');
});

test('the same piece asked for twice is made once', async () => {
  const take = newestWins(2, tooOld);
  const [one, never] = [anErrand(), anErrand()];
  const both = [one, never].map(({ work }) => take({ of: 'film', piece: '1', signal: here, work }));
  await turns();
  one.finish('same');
  expect(await Promise.all(both)).toEqual(['same', 'same']);
  expect(never.begun()).toBe(false);
});

test('only so many are under way; the next begins when one ends, also in failure', async () => {
  const take = newestWins(1, tooOld);
  const [a, b] = [anErrand(), anErrand()];
  const failing = take({
    of: 'a',
    piece: '1',
    signal: here,
    work: async (signal) => {
      await a.work(signal);
      throw new Error('broken');
    },
  });
  const waiting = take({ of: 'b', piece: '1', signal: here, work: b.work });
  await turns();
  expect([a.begun(), b.begun()]).toEqual([true, false]);
  a.finish('');
  await expect(failing).rejects.toThrow('broken');
  await turns();
  b.finish('b');
  expect(await waiting).toBe('b');
});

test('work ends when the last one who waited has left, and one in line leaves it', async () => {
  const take = newestWins(1, tooOld);
  const [a, b, c] = [anErrand(), anErrand(), anErrand()];
  const [one, other, third] = [new AbortController(), new AbortController(), new AbortController()];
  const left = take({ of: 'a', piece: '1', signal: one.signal, work: a.work });
  const stayed = take({ of: 'a', piece: '1', signal: other.signal, work: a.work });
  const inLine = take({ of: 'b', piece: '1', signal: third.signal, work: b.work });
  await turns();
  one.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  expect(a.ended()).toBe(false);
  third.abort(new Error('gone too'));
  await expect(inLine).rejects.toThrow('gone too');
  other.abort(new Error('gone as well'));
  await expect(stayed).rejects.toThrow('gone as well');
  expect(a.ended()).toBe(true);
  await turns();
  const next = take({ of: 'c', piece: '1', signal: here, work: c.work });
  c.finish('free again');
  expect(await next).toBe('free again');
  expect(b.begun()).toBe(false);
});
