import type { Input, Operation, Output } from './operation.ts';
import { operations, type OperationId, type Operations } from './operations.ts';

/** A request as a transport carries it; `path` is below `/api` and has its parameters filled in. */
export interface ClientRequest {
  readonly operationId: OperationId;
  readonly method: Operation['method'];
  readonly path: string;
  readonly body: unknown;
}

/** Carries a request to a server and brings the answer back; throws what the server refused with. */
export type Transport = (request: ClientRequest) => Promise<unknown>;

/** One function an operation, typed by its declaration. */
export type Client = {
  readonly [K in OperationId]: (input: Input<Operations[K]>) => Promise<Output<Operations[K]>>;
};

/** Makes a client that speaks the table of operations over any transport; there is no fetch on this floor. */
export function createClient(transport: Transport): Client {
  const entries = Object.entries(operations).map(([id, declaration]) => [
    id,
    (input: Readonly<Record<string, unknown>>) => transport(requestOf(id as OperationId, declaration, input)),
  ]);
  return Object.fromEntries(entries) as Client;
}

function requestOf(id: OperationId, declaration: Operation, input: Readonly<Record<string, unknown>>): ClientRequest {
  const path = declaration.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const query = pairs(declaration.query, input).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return {
    operationId: id,
    method: declaration.method,
    path: query.length > 0 ? `${path}?${query.join('&')}` : path,
    body: declaration.body ? Object.fromEntries(pairs(declaration.body, input)) : undefined,
  };
}

function pairs(schema: Operation['body'], input: Readonly<Record<string, unknown>>): readonly [string, unknown][] {
  const names = schema ? Object.keys(schema.shape) : [];
  return names.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]] as [string, unknown]]));
}
