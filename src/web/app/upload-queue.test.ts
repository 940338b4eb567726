import { expect, test } from 'vitest';
import { UploadQueue } from './upload-queue.ts';

/** A queue whose files leave when the test says so. */
function aQueue() {
  interface Sent {
    readonly resolve: (answer: string) => void;
    readonly reject: (error: Error) => void;
    readonly progress: (share: number) => void;
    readonly signal: AbortSignal;
  }
  const sent = new Map<string, Sent>();
  const arrived: string[] = [];
  const queue = new UploadQueue<string, string>(
    ({ file }, { signal, onProgress }) => {
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('cancelled')));
        sent.set(file, { resolve, reject, progress: onProgress, signal });
      });
    },
    ({ file }) => arrived.push(file),
  );
  const states = () => queue.snapshot().map(({ file, state }) => `${file} ${state}`);
  const idOf = (file: string) => queue.snapshot().find((upload) => upload.file === file)?.id ?? '';
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { queue, sent, arrived, states, idOf, settled };
}

test('three leave at once, the others wait for their turn', async () => {
  const { queue, sent, arrived, states, settled } = aQueue();
  queue.add('p', ['a', 'b', 'c', 'd', 'e']);
  expect([...sent.keys()]).toEqual(['a', 'b', 'c']);
  sent.get('b')?.resolve('B');
  await settled();
  expect(states()).toEqual(['a sending', 'b done', 'c sending', 'd sending', 'e waiting']);
  expect(arrived).toEqual(['b']);
  expect(queue.snapshot()[1]?.answer).toBe('B');
});

test('how far a file is shows, and that the server reads it once all has left', () => {
  const { queue, sent } = aQueue();
  queue.add('p', ['a']);
  sent.get('a')?.progress(0.5);
  expect(queue.snapshot()[0]).toMatchObject({ state: 'sending', share: 0.5 });
  sent.get('a')?.progress(1);
  expect(queue.snapshot()[0]).toMatchObject({ state: 'reading', share: 1 });
  expect(queue.isBusy()).toBe(true);
});

test('one that is cancelled is stopped, forgotten, and makes room for the next', async () => {
  const { queue, sent, states, idOf, settled } = aQueue();
  queue.add('p', ['a', 'b', 'c', 'd']);
  queue.remove(idOf('a'));
  await settled();
  expect(sent.get('a')?.signal.aborted).toBe(true);
  expect(states()).toEqual(['b sending', 'c sending', 'd sending']);
  queue.remove(idOf('b'));
  queue.remove(idOf('c'));
  queue.remove(idOf('d'));
  await settled();
  expect(queue.isBusy()).toBe(false);
});

test('one that was refused says why, holds up nobody, and can be tried again', async () => {
  const { queue, sent, states, idOf, settled } = aQueue();
  queue.add('p', ['a']);
  sent.get('a')?.reject(new Error('a.png is too large: at most 100 MB.'));
  await settled();
  expect(queue.snapshot()[0]).toMatchObject({
    state: 'failed',
    error: { message: expect.stringContaining('too large') },
  });
  expect(queue.isBusy()).toBe(false);
  queue.retry(idOf('a'));
  expect(states()).toEqual(['a sending']);
  expect(queue.snapshot()[0]).toMatchObject({ error: null, share: 0 });
});

test('only what has arrived at one target is cleared away', async () => {
  const { queue, sent, states, settled } = aQueue();
  queue.add('p', ['a', 'b']);
  queue.add('q', ['c']);
  for (const file of ['a', 'c']) sent.get(file)?.resolve(file);
  await settled();
  queue.clearDone('p');
  expect(states()).toEqual(['b sending', 'c done']);
});
