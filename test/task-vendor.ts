import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { callVendor, kindOfStatus, type Vendor } from '#providers/call-vendor.ts';
import { ProviderError, type ImageRequest, type MediaAdapter, type Provider } from '#providers/provider.ts';
import { solidPng } from './solid-png.ts';

/** What it answers: a status with JSON or bytes, or nothing because the connection breaks. */
export type Reply =
  | {
      readonly status: number;
      readonly json?: object;
      readonly bytes?: Uint8Array;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'reset';

type Answer = (call: { readonly count: number; readonly id: string }) => Reply | Promise<Reply>;

/** A vendor of pictures on this machine that keeps tasks, and everything it was asked. */
export interface TaskVendor extends AsyncDisposable {
  readonly origin: string;
  /** Each call as it came: `POST /tasks`, `GET /tasks/1`. */
  readonly calls: string[];
  /** What each call was signed with. */
  readonly keys: (string | undefined)[];
  /** To be set by a test; what is not set goes well at once. */
  readonly answer: { submit: Answer; poll: Answer; cancel: Answer; find: Answer; result: Answer };
  /** How the product sees it. */
  readonly provider: Provider;
  /** How often it was asked something, by the words a call begins with. */
  readonly count: (beginning: string) => number;
}

/** Opens such a vendor; `what` is what sets its provider apart, `without` leaves parts of its adapter away. */
export async function openTaskVendor(
  what: Partial<Provider> = {},
  without: readonly ('cancel' | 'find')[] = [],
): Promise<TaskVendor> {
  const calls: string[] = [];
  const keys: (string | undefined)[] = [];
  const count = (beginning: string): number => calls.filter((call) => call.startsWith(beginning)).length;
  const done = (id: string): Reply => ({ status: 200, json: { state: 'done', url: `${origin}/results/${id}` } });
  const answer: TaskVendor['answer'] = {
    submit: (call) => ({ status: 200, json: { id: String(call.count) } }),
    poll: ({ id }) => done(id),
    cancel: () => ({ status: 200, json: { state: 'cancelled' } }),
    find: () => ({ status: 404, json: {} }),
    result: () => ({ status: 200, bytes: solidPng('teal', 64) }),
  };
  const server = createServer((request, response) => {
    void reply(request, response).catch(() => response.destroy());
  });
  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await text(request);
    const { method = '', url = '', headers } = request;
    calls.push(`${method} ${url}`);
    keys.push(headers.authorization);
    const [, noun, id = ''] = url.split('/');
    const kind =
      noun === 'results'
        ? 'result'
        : method === 'POST'
          ? 'submit'
          : method === 'DELETE'
            ? 'cancel'
            : id
              ? 'poll'
              : 'find';
    const prefix = kind === 'submit' ? 'POST' : `${method} /${noun}/${id}`;
    const said = await answer[kind]({ count: count(prefix), id });
    if (said === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers });
    response.end(said.bytes ?? JSON.stringify(said.json ?? {}));
  }
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const image = { ...adapter };
  for (const part of without) delete image[part];
  const price = { unit: 'image', microUsd: 40_000, asOf: '2026-11-21', source: 'this test' } as const;
  const model = { id: 'painter-1', name: 'Painter', description: '', role: 'image', prices: [price] } as const;
  return {
    origin,
    calls,
    keys,
    answer,
    count,
    provider: {
      id: 'vendor',
      label: 'Vendor',
      description: '',
      keyless: false,
      baseUrl: origin,
      models: [model],
      image,
      ...what,
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const vendor: Vendor = {
  id: 'vendor',
  refusal: ({ status, json }) => {
    const { code, message = `it answers ${status}` } = Refusal.parse(json ?? {});
    return { kind: code === 'moderated' ? 'moderated' : kindOfStatus(status), message };
  },
};

const Refusal = z.looseObject({ code: z.string().optional(), message: z.string().optional() });
const Task = z.looseObject({
  id: z.string().optional(),
  state: z.enum(['pending', 'done', 'failed', 'cancelled', 'too_late', 'unsupported']).optional(),
  url: z.string().optional(),
  costMicroUsd: z.number().exactOptional(),
  pollAfterMs: z.number().optional(),
  note: z.string().optional(),
});

const signed = (apiKey: string | undefined) => (apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` });
const outputs = (url: string | undefined, note?: string) => [
  { mime: 'image/png', ...(url === undefined ? {} : { url }), ...(note === undefined ? {} : { notes: [note] }) },
];

const adapter: { -readonly [Part in keyof MediaAdapter<ImageRequest>]: MediaAdapter<ImageRequest>[Part] } = {
  submit: async ({ model, prompt }, context) => {
    const headers = signed(context.apiKey);
    const { json } = await callVendor(
      vendor,
      { method: 'POST', path: '/tasks', body: { prompt }, headers, paid: true },
      context,
    );
    const { id = '', url, note } = Task.parse(json);
    if (url !== undefined) return { status: 'done', outputs: outputs(url, note) };
    return { status: 'receipt', receipt: { v: 1, provider: 'vendor', model, id, submittedAt: 1 } };
  },
  poll: async ({ id }, context) => {
    const headers = signed(context.apiKey);
    let json: unknown;
    try {
      ({ json } = await callVendor(vendor, { method: 'GET', path: `/tasks/${id}`, headers }, context));
    } catch (error) {
      if (error instanceof ProviderError && error.facts.http === 404) return { status: 'lost' };
      throw error;
    }
    const { state, url, note, pollAfterMs = 1000, ...cost } = Task.parse(json);
    const paid = cost.costMicroUsd === undefined ? {} : { costMicroUsd: cost.costMicroUsd };
    if (state === 'done') return { status: 'done', outputs: outputs(url, note), ...paid };
    if (state === 'failed')
      return { status: 'failed', error: new ProviderError('moderated', 'vendor', 'a logo'), ...paid };
    return state === 'cancelled' ? { status: 'cancelled' } : { status: 'pending', pollAfterMs };
  },
  cancel: async ({ id }, context) => {
    const headers = signed(context.apiKey);
    const { json } = await callVendor(vendor, { method: 'DELETE', path: `/tasks/${id}`, headers }, context);
    const { state } = Task.parse(json);
    return state === 'too_late' || state === 'unsupported' ? state : 'cancelled';
  },
  find: async ({ generationId, model }, context) => {
    const headers = signed(context.apiKey);
    const path = `/tasks?for=${generationId}`;
    try {
      const { json } = await callVendor(vendor, { method: 'GET', path, headers }, context);
      return { v: 1, provider: 'vendor', model, id: Task.parse(json).id ?? '', submittedAt: 1 };
    } catch (error) {
      if (error instanceof ProviderError && error.facts.http === 404) return 'none';
      if (error instanceof ProviderError && error.facts.http === 400) return 'unknown';
      throw error;
    }
  },
};
