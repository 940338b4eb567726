import type { z } from 'zod';
import type { Operation } from './operation.ts';
import type { OperationId, Operations } from './operations.ts';
import type { Route, Routes } from './route.ts';

/** A file as browsers and Node hold one; the transport makes a form of it. */
export interface ClientFile {
  readonly name: string;
  readonly content: { readonly size: number; readonly type: string };
}

/** What tells that an answer is not wanted any more; an AbortSignal, where there is one. */
export interface CancelSignal {
  readonly aborted: boolean;
}

/** A request as a transport carries it; `path` is below `/api` and has its parameters filled in. */
export interface ClientRequest {
  readonly operationId: OperationId;
  readonly method: Operation['method'];
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is sent as JSON; beside a file, as the text fields of its form. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly signal?: CancelSignal;
  readonly file?: ClientFile & { readonly field: string };
}

/** What a transport brings back: parsed JSON (or, of a file, whatever it holds bytes in), and the ETag where there is one. */
export interface ClientAnswer {
  readonly body: unknown;
  readonly etag?: string | null;
}

/** Carries a request to a server and brings the answer back; throws what the server refused with. */
export type Transport = (request: ClientRequest) => Promise<ClientAnswer>;

/** What may be said beside the input. */
export interface ClientOptions {
  /** The ETag that was read (`etagOf`): a change is refused if somebody was faster. */
  readonly ifMatch?: string;
  /** The same key and input within a day bring the same answer, once made. */
  readonly idempotencyKey?: string;
  /** What would wait for a job answers at once with the job's id. */
  readonly async?: boolean;
  readonly signal?: CancelSignal;
}

type Part<O, K extends string> = O extends Record<K, infer S> ? (S extends z.ZodType ? z.output<S> : object) : object;
type Body<O> = O extends { body: infer S extends z.ZodType } ? z.input<S> : object;

/** What an operation is asked with, in one object. */
export type ClientInput<O extends Operation> = Part<O, 'params'> &
  Part<O, 'query'> &
  Part<O, 'headers'> &
  Body<O> &
  (O extends { upload: object } ? { readonly file: ClientFile } : object);

/** What it answers; bytes and streams are the transport's own. */
export type ClientOutput<O extends Operation> = O['answer'] extends { kind: 'json'; schema: infer S extends z.ZodType }
  ? z.output<S>
  : O['answer'] extends { kind: 'none' }
    ? void
    : unknown;

/** Asks one operation; one that waits can be told not to. */
interface Ask<O extends Operation> {
  (
    input: ClientInput<O>,
    options: ClientOptions & { readonly async: O extends { waits: true } ? true : never },
  ): Promise<{ readonly jobId: string }>;
  (input: ClientInput<O>, options?: ClientOptions): Promise<ClientOutput<O>>;
}

/** One function an operation, typed by its declaration. */
export type Client = { readonly [K in OperationId]: Ask<Operations[K]> };

const etags = new WeakMap<object, string>();

/** The version of something a client answered, for `ifMatch`; undefined where it has none. */
export const etagOf = (answer: object): string | undefined => etags.get(answer);

/**
 * Makes a client that speaks the table of operations over any transport; there is no fetch on this floor.
 *
 * @param routes `routesOf(operations)`, or the same as data where no schema is to come along
 */
export function createClient(transport: Transport, routes: Routes): Client {
  const entries = Object.entries(routes).map(([id, route]) => [
    id,
    async (input: Fields = {}, options: ClientOptions = {}) => {
      const { body, etag } = await transport(requestOf(id as OperationId, route, input, options));
      if (etag && typeof body === 'object' && body !== null) etags.set(body, etag);
      return body;
    },
  ]);
  return Object.fromEntries(entries) as Client;
}

type Fields = Readonly<Record<string, unknown>>;

function requestOf(id: OperationId, route: Route, input: Fields, options: ClientOptions): ClientRequest {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const query = pairs(route.query, input).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  const headers = pairs(route.headers, input).map(([name, value]) => [name, String(value)]);
  const { upload, body } = route;
  return {
    operationId: id,
    method: route.method,
    path: query.length > 0 ? `${path}?${query.join('&')}` : path,
    headers: {
      ...Object.fromEntries(headers),
      ...(options.ifMatch === undefined ? {} : { 'if-match': options.ifMatch }),
      ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
      ...(options.async ? { prefer: 'respond-async' } : {}),
    },
    body: body ? Object.fromEntries(pairs(body, input)) : undefined,
    ...(options.signal ? { signal: options.signal } : {}),
    ...(upload ? { file: { ...(input['file'] as ClientFile), field: upload } } : {}),
  };
}

function pairs(names: readonly string[] = [], input: Fields): readonly [string, unknown][] {
  return names.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]] as [string, unknown]]));
}
