import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Operation } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { faultOf, readJson } from './read-json.ts';
import type { ReadUpload } from './read-upload.ts';

/** Ways to prove who one is in an address; they are the door's business and no part of a query. */
const CREDENTIALS_IN_QUERY = ['token', 'exp', 'sig'];

const MOST_NAMED = 5; // of what is wrong: a sentence, not a list

type Issue = z.core.$ZodIssue;

/** What a request says, each part by its own schema. */
export interface ReadInput {
  readonly query: object;
  readonly headers: object;
  readonly body: object;
}

/** The parameters of a path; null where they can name nothing. */
export function readParams(declaration: Operation, request: FastifyRequest): Record<string, unknown> | null {
  if (!declaration.params) return {};
  const parsed = declaration.params.safeParse(request.params);
  return parsed.success ? parsed.data : null;
}

/**
 * Reads query, headers and body strictly.
 *
 * An id that a path gives may be in the body too, as in an object that was read and is sent back, and must be the same.
 *
 * @throws Problem `invalid_input`, `malformed_json`
 */
export function readInput(
  declaration: Operation,
  request: FastifyRequest,
  params: Readonly<Record<string, unknown>>,
  upload: ReadUpload | null,
): ReadInput {
  const query = parse(declaration.query, queryOf(declaration, request));
  const headers = parse(declaration.headers, request.headers);
  const sent = upload ? upload.fields : request.body instanceof Uint8Array ? readJson(request.body) : {};
  if (upload) refuse(faultOf(sent));
  const body = parse(declaration.body, sent) as Record<string, unknown>;
  for (const [name, value] of Object.entries(params)) {
    if (body[name] !== undefined && body[name] !== value) refuse(`${name} is not the one of the address`);
  }
  return { query, headers, body };
}

function queryOf(declaration: Operation, request: FastifyRequest): object {
  const query = { ...(request.query as Record<string, unknown>) };
  if (declaration.answer.kind === 'file') for (const name of CREDENTIALS_IN_QUERY) delete query[name];
  if (declaration.query) refuse(faultOf(query));
  return query;
}

function parse(schema: Operation['body'], value: unknown): object {
  if (!schema) return {};
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, MOST_NAMED)
    .map((issue) =>
      [...(issue.path.length > 0 ? [issue.path.join('.').slice(0, 300)] : []), sentenceOf(issue)].join(': '),
    );
  throw new Problem('invalid_input', { reason: issues.join('; ') });
}

function sentenceOf(issue: Issue): string {
  if (issue.code !== 'unrecognized_keys' || issue.keys.length <= MOST_NAMED) return issue.message.slice(0, 500);
  const named = issue.keys.slice(0, MOST_NAMED).map((key) => JSON.stringify(key.slice(0, 100)));
  return `Unrecognized keys: ${named.join(', ')} and ${(issue.keys.length - MOST_NAMED).toLocaleString('en')} more`;
}

function refuse(fault: string | null): void {
  if (fault !== null) throw new Problem('invalid_input', { reason: fault });
}
