import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/*
 * A vendor that keeps tasks as Runway does, on its documented wire: submit, poll, cancel, results at addresses of its own.
 * It is not told of any kill, so that its log is a witness.
 */

/** A submit that came in whole, whether or not anybody waited for the answer. */
export interface SeenSubmit {
  readonly taskId: string;
  readonly kind: 'image' | 'video';
  readonly prompt: string;
  /** Unix milliseconds. */
  readonly atMs: number;
  /** When its turn came, and when it was ready. */
  readonly startedAtMs: number;
  readonly readyAtMs: number;
}

export interface SimulatedVendor extends AsyncDisposable {
  readonly origin: string;
  readonly submits: readonly SeenSubmit[];
}

export interface VendorPace {
  readonly imageMs: number;
  readonly clipMs: number;
  /** Tasks it works on at once; the others wait there. */
  readonly concurrent: number;
  readonly picture: Uint8Array;
  readonly clip: Uint8Array;
}

const Submit = z.looseObject({ promptText: z.string().optional() });

/** Opens the vendor on a free port of this machine. */
export async function openSimulatedVendor(pace: VendorPace): Promise<SimulatedVendor> {
  const submits: SeenSubmit[] = [];
  const cancelled = new Set<string>();
  const freeAtMs = Array.from({ length: pace.concurrent }, () => 0);

  const take = (kind: SeenSubmit['kind'], prompt: string): SeenSubmit => {
    const now = Date.now();
    freeAtMs.sort((a, b) => a - b);
    const startedAtMs = Math.max(now, freeAtMs[0] ?? now);
    const readyAtMs = startedAtMs + (kind === 'image' ? pace.imageMs : pace.clipMs);
    freeAtMs[0] = readyAtMs;
    const submit = { taskId: randomUUID(), kind, prompt, atMs: now, startedAtMs, readyAtMs };
    submits.push(submit);
    return submit;
  };

  const stateOf = ({ taskId, kind, startedAtMs, readyAtMs, atMs }: SeenSubmit): object => {
    const facts = { id: taskId, createdAt: new Date(atMs).toISOString() };
    const now = Date.now();
    if (cancelled.has(taskId)) return { ...facts, status: 'CANCELLED' };
    if (now < startedAtMs) return { ...facts, status: 'THROTTLED' };
    if (now < readyAtMs)
      return { ...facts, status: 'RUNNING', progress: (now - startedAtMs) / (readyAtMs - startedAtMs) };
    return {
      ...facts,
      status: 'SUCCEEDED',
      output: [`${origin}/results/${taskId}.${kind === 'image' ? 'png' : 'mp4'}`],
    };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, version = '', noun = '', name = ''] = (request.url ?? '').split('/');
    if (version === 'results') {
      const isClip = noun.endsWith('.mp4');
      response
        .writeHead(200, { 'content-type': isClip ? 'video/mp4' : 'image/png' })
        .end(isClip ? pace.clip : pace.picture);
      return;
    }
    const json = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.method === 'POST') {
      const { promptText = '' } = Submit.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const kind = noun === 'text_to_image' ? 'image' : 'video';
      json(200, { id: take(kind, promptText).taskId });
      return;
    }
    const submit = submits.find(({ taskId }) => taskId === name);
    if (noun !== 'tasks' || !submit) json(404, { error: 'not found' });
    else if (request.method === 'DELETE') {
      cancelled.add(name);
      response.writeHead(204).end();
    } else json(200, stateOf(submit));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy()); // the one who asked was killed in the middle
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    submits,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
