import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Autosaver, type Fields } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that keeps a work, and the door to it. */
function aServer(first: Fields) {
  const server = {
    work: first,
    sent: [] as Fields[],
    refuses: null as null | { status: number },
    kept: new Map<string, string>(),
  };
  const storage = {
    getItem: (key: string) => server.kept.get(key) ?? null,
    setItem: (key: string, value: string) => void server.kept.set(key, value),
    removeItem: (key: string) => void server.kept.delete(key),
  };
  const open = (): Autosaver => {
    const saver: Autosaver = new Autosaver(server.work, {
      key: 'draft',
      storage,
      send: async (changes) => {
        server.sent.push(changes);
        if (server.refuses) throw Object.assign(new Error('refused'), server.refuses);
        server.work = { ...server.work, ...changes };
      },
      refresh: async () => {
        server.refuses = null;
        saver.receive(server.work);
      },
    });
    return saver;
  };
  return { server, open };
}

test('what is written is sent once the hand rests, as the fields that changed', async () => {
  const { server, open } = aServer({ name: 'a', audience: 'b' });
  const saver = open();
  saver.set('name', 'ab');
  saver.set('name', 'abc');
  expect([saver.snapshot().state, server.sent]).toEqual(['waiting', []]);
  await vi.advanceTimersByTimeAsync(1300);
  expect(server.sent).toEqual([{ name: 'abc' }]);
  expect(saver.snapshot()).toMatchObject({ state: 'saved', changes: {} });
});

test('another field that changed elsewhere is no conflict, and both are kept', async () => {
  const { server, open } = aServer({ name: 'a', audience: 'b' });
  const saver = open();
  saver.set('name', 'mine');
  server.work = { name: 'a', audience: 'theirs' };
  server.refuses = { status: 412 };
  await vi.advanceTimersByTimeAsync(1300);
  expect(server.work).toEqual({ name: 'mine', audience: 'theirs' });
  expect(saver.snapshot().state).toBe('saved');
});

test('the same field changed elsewhere waits for a choice, and either choice is kept', async () => {
  for (const [choice, name] of [
    ['mine', 'mine'],
    ['theirs', 'theirs'],
  ] as const) {
    const { server, open } = aServer({ name: 'a' });
    const saver = open();
    saver.set('name', 'mine');
    server.work = { name: 'theirs' };
    server.refuses = { status: 412 };
    await vi.advanceTimersByTimeAsync(1300);
    expect(saver.snapshot()).toMatchObject({
      state: 'conflict',
      conflicts: [{ field: 'name', mine: 'mine', theirs: 'theirs' }],
    });
    saver.settle('name', choice);
    await vi.advanceTimersByTimeAsync(10);
    expect([server.work['name'], saver.snapshot().state]).toEqual([name, 'saved']);
  }
});

test('without a server it says so, keeps the draft over a reload, and sends it when the server is back', async () => {
  const { server, open } = aServer({ name: 'a' });
  const saver = open();
  server.refuses = { status: 0 };
  saver.set('name', 'written offline');
  await vi.advanceTimersByTimeAsync(1300);
  expect(saver.snapshot().state).toBe('offline');
  server.refuses = null;
  const reloaded = open();
  await vi.advanceTimersByTimeAsync(10);
  expect([server.work['name'], reloaded.snapshot().state, server.kept.size]).toEqual(['written offline', 'saved', 0]);
});

test('what the server refuses stays written, with its reason', async () => {
  const { server, open } = aServer({ name: 'a' });
  const saver = open();
  server.refuses = { status: 400 };
  saver.set('name', '');
  await vi.advanceTimersByTimeAsync(1300);
  expect(saver.snapshot()).toMatchObject({ state: 'refused', changes: { name: '' }, error: { message: 'refused' } });
  server.refuses = null;
  saver.set('name', 'b');
  await vi.advanceTimersByTimeAsync(1300);
  expect([server.work['name'], saver.snapshot().state]).toEqual(['b', 'saved']);
});

test('what is typed while a save is under way is sent after it', async () => {
  const { server, open } = aServer({ name: 'a' });
  const saver = open();
  saver.set('name', 'one');
  const saving = saver.flush();
  saver.set('name', 'two');
  await saving;
  await vi.advanceTimersByTimeAsync(1300);
  expect([server.sent, saver.snapshot().state]).toEqual([[{ name: 'one' }, { name: 'two' }], 'saved']);
});
