import { Agent, request } from 'node:http';
import type { BadRequest } from './bad-request.ts';

/** What came back, as far as it came. */
export interface BadAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const LONGEST_MS = 30_000;

/**
 * Sends a request as it stands, which fetch would not: any header, a body with GET, a form that is not whole.
 *
 * A stream of events is left after its headers; an answer that does not come is an error.
 */
export function send(origin: string, token: string, bad: BadRequest): Promise<BadAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const length = bad.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(bad.body)) };
    const sent = request({
      agent,
      hostname,
      port,
      method: bad.method,
      path: `/api${bad.path}`,
      headers: { authorization: `Bearer ${token}`, ...length, ...bad.headers },
      timeout: LONGEST_MS,
    });
    let isAnswered = false;
    sent.on('timeout', () => sent.destroy(new Error(`no answer in ${LONGEST_MS} ms`)));
    // A server that has said no may close while the body is still on its way.
    sent.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    sent.on('response', (response) => {
      isAnswered = true;
      const status = response.statusCode ?? 0;
      const type = response.headers['content-type'] ?? '';
      if (type.startsWith('text/event-stream')) {
        sent.destroy();
        resolve({ status, type, text: '' });
        return;
      }
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      const done = (): void => resolve({ status, type, text: Buffer.concat(pieces).toString('utf8') });
      response.on('end', done);
      response.on('error', done);
    });
    sent.end(bad.body);
  });
}

/** Closes what is kept open. */
export function closeConnections(): void {
  agent.destroy();
}
