import type { z } from 'zod';
import type { ProblemCode } from './problems.ts';

/** What a credential may do. */
export const SCOPES = [
  'projects:read',
  'projects:write',
  'works:read',
  'works:write',
  'ai:analyze',
  'ai:generate',
] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * Who may call: the holder of a scope, or `open`: anybody; `any`: whoever has a credential; `user`: a person who signed
 * in, never an API token.
 */
export type Access = Scope | 'open' | 'any' | 'user';

/** How an answer travels: JSON by its schema, the bytes of a file, a page, a stream of events, or nothing. */
export type Answer =
  | { readonly kind: 'json'; readonly status: 200 | 201 | 202; readonly schema: z.ZodType }
  | { readonly kind: 'file'; readonly mime: string }
  | { readonly kind: 'page' }
  | { readonly kind: 'events' }
  | { readonly kind: 'none' };

/** One file as multipart/form-data, on disk before the verb runs; the operation's `body` is the text fields beside it. */
export interface Upload {
  /** The documented name of the field; the only file of a request is taken under any. */
  readonly field: string;
  readonly maxBytes: number;
}

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
  /** Request headers it reads, by their name in lower case. */
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** Where a body may be larger than the usual 1 MB. */
  readonly maxBodyBytes?: number;
  readonly upload?: Upload;
  readonly answer: Answer;
  /** Its handler looks up what the path names in the one question it asks: the door does not ask before. */
  readonly findsItself?: true;
  /** Answers with an ETag, where it answers with anything; where it writes, `If-Match` refuses a lost update. */
  readonly versioned?: true;
  /** Waits for a job; with `Prefer: respond-async` it answers 202 with the job at once. Takes an Idempotency-Key. */
  readonly waits?: true;
  /** Takes an Idempotency-Key: the same key and body bring the same answer, once made. */
  readonly idempotent?: true;
  /** What may go wrong beside the things every operation shares (400, 401, 403, 404, 500). */
  readonly problems?: readonly ProblemCode[];
}

/** Keeps the literal types of a declaration while checking its shape. */
export function operation<const O extends Operation>(declaration: O): O {
  return declaration;
}

type Part<O, K extends string> = O extends Record<K, infer S> ? (S extends z.ZodType ? z.output<S> : object) : object;

/** Everything an operation is given in one object: path parameters, query, headers, body, and the file that was sent. */
export type Input<O extends Operation> = Part<O, 'params'> &
  Part<O, 'query'> &
  Part<O, 'headers'> &
  Part<O, 'body'> &
  (O extends { upload: Upload } ? { readonly file: UploadedFile } : object);

/** What it answers with: parsed JSON, a file, a page of HTML, an endless source of events, or nothing. */
export type Output<O extends Operation> = O['answer'] extends { kind: 'json'; schema: infer S }
  ? S extends z.ZodType
    ? z.input<S>
    : never
  : O['answer'] extends { kind: 'file' }
    ? FileAnswer | PouredAnswer
    : O['answer'] extends { kind: 'page' }
      ? string
      : O['answer'] extends { kind: 'events' }
        ? AsyncIterable<PushedEvent>
        : void;

/** A file to be sent: where it lies, what it is called, and a strong name of its bytes. */
export interface FileAnswer {
  readonly path: string;
  readonly mime: string;
  readonly filename: string;
  readonly sizeBytes: number;
  /** Quotes are added by the door; the sha-256 wherever there is one. */
  readonly etag: string;
  /** `inline` unless it is meant to be saved. */
  readonly disposition?: 'inline' | 'attachment';
  /** Its address changes with its bytes: whoever has it need not ask again. */
  readonly isImmutable?: true;
}

/** A file that is made while it is sent: whole, never in parts. */
export interface PouredAnswer extends Omit<FileAnswer, 'path'> {
  readonly pour: () => AsyncIterable<Uint8Array>;
}

/** A file that came in with a request, in the store's incoming folder; gone after the request unless a verb keeps it. */
export interface UploadedFile {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** As the client called it: shown, never used as a path. */
  readonly filename: string;
}

/** One line of a stream of events; `id` is what `Last-Event-ID` goes on from. */
export interface PushedEvent {
  readonly id: number;
  readonly type: string;
  readonly data: unknown;
}
