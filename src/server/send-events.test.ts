import { setTimeout as sleep } from 'node:timers/promises';
import fastify from 'fastify';
import { afterEach, expect, test, vi } from 'vitest';
import type { PushedEvent } from '#contract/operation.ts';
import { openCalls } from './open-calls.ts';
import { sendEvents } from './send-events.ts';

let close = async (): Promise<void> => {};
afterEach(() => close());

/** A door that pushes what a source gives; the calls are closed with it, as the real one does. */
async function push(source: (signal: AbortSignal) => AsyncIterable<PushedEvent>) {
  const server = fastify();
  const calls = openCalls();
  server.addHook('preClose', async () => calls.close());
  server.get('/', async (request, reply) => {
    const { call } = calls.open(request, reply, { kind: 'none', id: '', scopes: [] });
    await sendEvents(reply, source(call.signal), call.signal);
    return reply;
  });
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  close = async () => {
    await server.close();
  };
  return origin;
}

const event = (id: number, data: unknown = { id }): PushedEvent => ({ id, type: 'scene', data });

test('events come as they are pushed, in a form that browsers read', async () => {
  const origin = await push(async function* () {
    yield event(1);
    await sleep(20);
    yield event(2, 'two\nlines');
  });
  const answer = await fetch(origin);
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).toBe(
    'retry: 2000\n\nid: 1\nevent: scene\ndata: {"id":1}\n\nid: 2\nevent: scene\ndata: "two\\nlines"\n\n',
  );
});

test('a client that goes away ends the source', async () => {
  let ended = false;
  const origin = await push(async function* (signal) {
    try {
      for (let id = 1; !signal.aborted; id++) {
        yield event(id);
        await sleep(5);
      }
    } finally {
      ended = true;
    }
  });
  const leaving = new AbortController();
  const answer = await fetch(origin, { signal: leaving.signal });
  await answer.body?.getReader().read();
  leaving.abort();
  await expect.poll(() => ended).toBe(true);
});

test('a server that closes ends its streams, also those that wait for nothing', async () => {
  const origin = await push(async function* () {
    yield event(1);
    await new Promise(() => {});
  });
  const answer = await fetch(origin);
  await close();
  expect(await answer.text()).toContain('id: 1');
});

test('a reader who is slow holds up the source instead of filling memory', async () => {
  let pushed = 0;
  const origin = await push(async function* () {
    for (let id = 1; id <= 2000; id++) {
      pushed = id;
      yield event(id, 'x'.repeat(100_000));
    }
  });
  const leaving = new AbortController();
  await fetch(origin, { signal: leaving.signal });
  let before = -1;
  while (pushed !== before) {
    before = pushed;
    await sleep(150);
  }
  leaving.abort();
  expect(pushed).toBeLessThan(1000); // what the sockets of both sides hold, not all 200 MB
});

test('a source that fails ends the stream, and what came before it stands', async () => {
  const origin = await push(async function* () {
    yield event(1);
    throw new Error('planted');
  });
  expect(await (await fetch(origin)).text()).toContain('id: 1');
});

test('while there is nothing to tell, a beat without an id says that the connection lives', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const origin = await push(async function* (signal) {
    await sleep(10_000, undefined, { signal }).catch(() => {});
    yield* [];
  });
  const reader = (await fetch(origin)).body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toBe('retry: 2000\n\n');
  vi.advanceTimersByTime(15_000);
  vi.useRealTimers();
  expect((await reader?.read())?.value).toBe('event: beat\ndata: {}\n\n');
  await reader?.cancel();
});
