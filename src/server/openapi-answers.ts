import type { z } from 'zod';
import { EventNews } from '#contract/events.ts';
import { exampleOf } from '#contract/examples.ts';
import type { Operation } from '#contract/operation.ts';
import { jobStarted } from '#contract/operations/parts.ts';
import { problems, type ProblemCode } from '#contract/problems.ts';
import { jsonSchemaOf, type Json } from './openapi-schema.ts';

/** Everything an operation may answer, by status. */
export function answersOf(id: string, declaration: Operation): Json {
  return { ...errorsOf(declaration), ...acceptedOf(declaration), ...doneOf(id, declaration) };
}

const headerOf = (description: string): Json => ({ description, schema: { type: 'string' } });
const ETAG = { ETag: headerOf('The version; for `If-Match` and `If-None-Match`.') };
const NOT_CHANGED = { 304: { description: 'What the client has is still right.', headers: ETAG } };

const EVENTS = `Server-sent events, until either side closes. Each has an \`id\` to go on from (\`Last-Event-ID\`), a type in
\`event\` and JSON in \`data\`, with \`at\` in Unix milliseconds:

${EventNews.options.map(({ shape }) => `- \`${shape.type.value}\`: ${fieldsOf(shape.data)}`).join('\n')}
- \`ready\`: nothing; the stream begins here
- \`reset\`: nothing; what was missed is no longer kept, so read the work again

A \`scene\` comes whenever what a scene shows or its status changes, with the status that GET of the work gives.`;

/** The fields of an event as one line; what need not be there has a question mark. */
function fieldsOf({ shape }: { readonly shape: Readonly<Record<string, z.ZodType>> }): string {
  const fields = Object.entries(shape);
  return fields.map(([name, type]) => `\`${name}${type.safeParse(undefined).success ? '?' : ''}\``).join(', ');
}

function doneOf(id: string, { answer, versioned, method, query }: Operation): Json {
  switch (answer.kind) {
    case 'json': {
      const example = exampleOf(id).answer;
      const paged = query && 'cursor' in query.shape;
      const headers = {
        ...(versioned ? ETAG : {}),
        ...(answer.status === 202 && namesJob(answer.schema)
          ? { Location: headerOf('The job, where there is one.') }
          : {}),
        ...(paged
          ? { 'X-Next-Cursor': headerOf('Where the next page begins.'), Link: headerOf('The next page, `rel="next"`.') }
          : {}),
      };
      const content = { schema: jsonSchemaOf(answer.schema, 'output'), ...(example === undefined ? {} : { example }) };
      return {
        [answer.status]: {
          description: answer.status === 202 ? 'Started.' : 'Done.',
          ...(Object.keys(headers).length > 0 ? { headers } : {}),
          content: { 'application/json': content },
        },
        ...(versioned && method === 'GET' ? NOT_CHANGED : {}),
      };
    }
    case 'file': {
      const content = { [answer.mime]: { schema: { type: 'string', format: 'binary' } } };
      if (method !== 'GET') return { 200: { description: 'The file.', content } };
      const range = { ...ETAG, 'Content-Range': headerOf('Which part of how much.') };
      return {
        200: { description: 'The file.', headers: ETAG, content },
        206: { description: 'The part that was asked for.', headers: range, content },
        ...NOT_CHANGED,
      };
    }
    case 'page':
      return { 200: { description: 'The page.', content: { 'text/html': { schema: { type: 'string' } } } } };
    case 'events':
      return {
        200: {
          description: EVENTS,
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
      };
    case 'none':
      return { 204: { description: 'Done; nothing to say.' } };
    default:
      return answer satisfies never;
  }
}

/** Whether an answer names the one job that was started. */
function namesJob(schema: z.ZodType): boolean {
  const { properties } = jsonSchemaOf(schema, 'output');
  return typeof properties === 'object' && properties !== null && 'jobId' in properties;
}

function acceptedOf({ waits }: Operation): Json {
  if (!waits) return {};
  return {
    202: {
      description: 'Started (`Prefer: respond-async`); ask for the job.',
      headers: { Location: headerOf('The job.'), 'Preference-Applied': headerOf('`respond-async`') },
      content: {
        'application/json': {
          schema: jsonSchemaOf(jobStarted, 'output'),
          example: { jobId: 'job_01k9zk2v3mf8q0s4t6w8y0a2c4' },
        },
      },
    },
  };
}

/** What the door itself may refuse a request with, by what the operation declares. */
function codesOf({ access, params, query, headers, body, upload, answer, ...is }: Operation): ProblemCode[] {
  const isRead = is.method === 'GET';
  return [
    'internal',
    ...(params || query || headers || body ? (['invalid_input'] as const) : []),
    ...(params ? (['not_found'] as const) : []),
    ...(access === 'open' ? [] : (['unauthenticated', access === 'user' ? 'person_needed' : 'out_of_scope'] as const)),
    ...(body && !upload ? (['malformed_json', 'too_large', 'unsupported_media'] as const) : []),
    ...(upload ? (['no_file', 'malformed_form', 'too_large', 'unsupported_media', 'disk_low'] as const) : []),
    ...(is.waits ? (['still_running', 'interrupted', 'cancelled', 'submission_uncertain'] as const) : []),
    ...(is.waits || is.idempotent ? (['idempotency_mismatch', 'conflict'] as const) : []),
    ...(is.versioned && !isRead ? (['stale'] as const) : []),
    ...(answer.kind === 'file' && isRead ? (['range_not_satisfiable', 'media_missing'] as const) : []),
    ...(is.problems ?? []),
  ];
}

function errorsOf(declaration: Operation): Json {
  const byStatus = Map.groupBy(new Set(codesOf(declaration)), (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${problems[code].sentence}`).join('\n\n'),
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            example: { error: problems[codes[0] ?? 'internal'].sentence, code: codes[0] },
          },
        },
      },
    ]),
  );
}
