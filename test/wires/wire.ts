import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** One request as it arrived. */
export interface Recorded {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** null where the body is no JSON. */
  readonly json: unknown;
  /** Where the wire listens, for vendors whose answers hold addresses. */
  readonly origin: string;
}

/** What the vendor does with a request; 200 and an empty body unless said. */
export type Answer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly text?: string;
      readonly bytes?: Uint8Array;
    }
  /** The connection breaks once the request is read. */
  | 'reset'
  /** It breaks in the middle of a 200. */
  | 'cut'
  /** It never answers. */
  | 'silence';

/** An answer, or how one is found. */
export type Script = Answer | ((request: Recorded) => Answer | Promise<Answer>);

/** A vendor on 127.0.0.1 that does as it is told and remembers what it was asked. */
export interface Wire {
  readonly url: string;
  /** Since `play` was last called, in the order of their arrival. */
  readonly requests: readonly Recorded[];
  /** Forgets what was asked, and answers by this from now on. */
  play(script: Script): void;
  /** Calls back with each request before it is answered. */
  onRequest(heard: (request: Recorded) => void): void;
  close(): Promise<void>;
}

/** The answer of a script to a request. */
export async function answerOf(script: Script, request: Recorded): Promise<Answer> {
  return typeof script === 'function' ? script(request) : script;
}

/** Starts a vendor on a free port of this machine. */
export async function openWire(script: Script = {}): Promise<Wire> {
  let [played, heard]: [Script, (request: Recorded) => void] = [script, () => undefined];
  let requests: Recorded[] = [];
  let url = '';
  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => incoming.socket.destroy());
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await recorded(incoming, url);
    requests.push(request);
    heard(request);
    const answer = await answerOf(played, request);
    if (answer === 'silence') return;
    if (answer === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 }).flushHeaders();
      response.write('{"id":"', () => incoming.socket.destroy());
      return;
    }
    if (answer === 'reset') {
      incoming.socket.destroy();
      return;
    }
    const body = answer.bytes ?? (answer.json === undefined ? (answer.text ?? '') : JSON.stringify(answer.json));
    const type = answer.json === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(answer.status ?? 200, { ...type, ...answer.headers }).end(body);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  return {
    url,
    get requests() {
      return requests;
    },
    play(next) {
      [played, requests, heard] = [next, [], () => undefined];
    },
    onRequest(next) {
      heard = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function recorded(incoming: IncomingMessage, origin: string): Promise<Recorded> {
  const url = new URL(incoming.url ?? '/', origin);
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body,
    json: parsed(body),
    origin,
  };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
