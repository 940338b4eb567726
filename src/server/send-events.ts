import type { FastifyReply } from 'fastify';
import type { PushedEvent } from '#contract/operation.ts';

const HEARTBEAT_MS = 15_000; // proxies close what is silent for 30 s and more
// An event, not a comment: a browser shows no comments to its page, which could not tell a dead connection from a still one.
const BEAT = 'event: beat\ndata: {}\n\n';
const RECONNECT_MS = 2000;

/**
 * Sends events as they come (server-sent events), until the client goes away, the server closes or the source ends; while
 * there is nothing to tell, a `beat` without an id.
 *
 * A slow reader holds up the source instead of filling memory. A source that fails ends the stream; the client comes back
 * by itself and goes on from the last id it saw.
 *
 * @param signal aborted when the stream is to end
 */
export async function sendEvents(
  reply: FastifyReply,
  events: AsyncIterable<PushedEvent>,
  signal: AbortSignal,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no', // nginx holds nothing back
  });
  raw.write(`retry: ${RECONNECT_MS}\n\n`);
  const heartbeat = setInterval(() => raw.write(BEAT), HEARTBEAT_MS);
  const ended = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  const iterator = events[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), ended]);
      if (next === null || next.done) break;
      if (!raw.write(lines(next.value))) await Promise.race([drained(raw), ended]);
    }
  } catch (error) {
    if (!signal.aborted) reply.log.error({ err: error }, 'the events broke off');
  } finally {
    clearInterval(heartbeat);
    void Promise.resolve(iterator.return?.()).catch(() => {}); // it may be in the middle of waiting: nobody waits for it
    raw.end();
  }
}

function lines({ id, type, data }: PushedEvent): string {
  return `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

function drained(raw: FastifyReply['raw']): Promise<null> {
  return new Promise((resolve) => {
    raw.once('drain', () => resolve(null));
  });
}
