import type { z } from 'zod';
import type { ProblemCode } from './problems.ts';

/** What a credential may do. `open`: nobody needs one; `user`: a person, never an API token. */
export type Scope = 'projects:read' | 'projects:write' | 'works:read' | 'works:write' | 'ai:analyze' | 'ai:generate';
export type Access = Scope | 'open' | 'user';

/** How an answer travels: JSON by its schema, the bytes of a file, or nothing. */
export type Answer =
  | { readonly kind: 'json'; readonly status: 200 | 201 | 202; readonly schema: z.ZodType }
  | { readonly kind: 'file'; readonly mime: string }
  | { readonly kind: 'none' };

/** A verb as every door sees it. HTTP route, OpenAPI, client, MCP tool and CLI are read from this object. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under `/api`, with `{name}` for parameters. */
  readonly path: string;
  readonly access: Access;
  /** One line, imperative, for OpenAPI, MCP and `--help`. */
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly answer: Answer;
  /** What may go wrong beside the things every operation shares (400, 401, 403, 404, 500). */
  readonly problems?: readonly ProblemCode[];
}

/** Keeps the literal types of a declaration while checking its shape. */
export function operation<const O extends Operation>(declaration: O): O {
  return declaration;
}

type Part<O, K extends string> = O extends Record<K, infer S> ? (S extends z.ZodType ? z.output<S> : object) : object;

/** Everything an operation is given: its path parameters, query and body in one object. */
export type Input<O extends Operation> = Part<O, 'params'> & Part<O, 'query'> & Part<O, 'body'>;

/** What it answers with: parsed JSON, a file, or nothing. */
export type Output<O extends Operation> = O['answer'] extends { kind: 'json'; schema: infer S }
  ? S extends z.ZodType
    ? z.input<S>
    : never
  : O['answer'] extends { kind: 'file' }
    ? FileAnswer
    : void;

/** A file to be sent: where it lies and what it is called. */
export interface FileAnswer {
  readonly path: string;
  readonly mime: string;
  readonly filename: string;
  readonly sizeBytes: number;
}
