import type { Operation } from './operation.ts';
import type { OperationId } from './operations.ts';

/** An operation as a client needs it to ask: where, and which of its input travels how. Holds no schema. */
export interface Route {
  readonly method: Operation['method'];
  /** Below `/api`, with `{name}` for parameters. */
  readonly path: string;
  readonly query?: readonly string[];
  readonly headers?: readonly string[];
  readonly body?: readonly string[];
  /** The field of the form that carries the file. */
  readonly upload?: string;
}

export type Routes = Readonly<Record<OperationId, Route>>;

/** The table of operations without its schemas: a few kilobytes, where the schemas would bring their whole library. */
export function routesOf(operations: Readonly<Record<OperationId, Operation>>): Routes {
  const entries = Object.entries(operations).map(([id, declaration]) => [id, routeOf(declaration)]);
  return Object.fromEntries(entries) as Routes;
}

function routeOf({ method, path, query, headers, body, upload }: Operation): Route {
  return {
    method,
    path,
    ...(query ? { query: Object.keys(query.shape) } : {}),
    ...(headers ? { headers: Object.keys(headers.shape) } : {}),
    ...(body ? { body: Object.keys(body.shape) } : {}),
    ...(upload ? { upload: upload.field } : {}),
  };
}
