import type { z } from 'zod';
import { exampleIds } from '#contract/example-things.ts';
import { exampleOf } from '#contract/examples.ts';
import type { Operation } from '#contract/operation.ts';
import { sizeInWords } from '#contract/size-in-words.ts';
import { fieldsOf, jsonSchemaOf, type Json } from './openapi-schema.ts';

const header = (name: string, description: string, example: string): Json => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
  example,
});

/** Headers that many operations understand. */
export const sharedParameters: Readonly<Record<string, Json>> = {
  IdempotencyKey: header(
    'Idempotency-Key',
    'The same key and request within 24 hours bring the same answer, made once.',
    '5f0c2a6e-film-1',
  ),
  Prefer: header('Prefer', 'With `respond-async` the job is named at once (202).', 'respond-async'),
  IfMatch: header('If-Match', 'The ETag that was read: the change is refused (412) if somebody was faster.', '"3"'),
  IfNoneMatch: header('If-None-Match', 'The ETag that is there already: 304 while it is still right.', '"3"'),
  Range: header('Range', 'One part of the file.', 'bytes=0-1023'),
};

const EXAMPLES: Readonly<Record<string, string>> = { ...exampleIds, sceneIndex: '0' };

/** What an operation reads beside its body. */
export function parametersOf(declaration: Operation): Json[] {
  return [
    ...described(declaration.params, 'path'),
    ...described(declaration.query, 'query'),
    ...described(declaration.headers, 'header'),
    ...sharedOf(declaration).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ];
}

function sharedOf({ method, answer, versioned, waits, idempotent }: Operation): string[] {
  const isRead = method === 'GET';
  return [
    ...(waits ? ['Prefer'] : []),
    ...(waits || idempotent ? ['IdempotencyKey'] : []),
    ...(versioned && !isRead ? ['IfMatch'] : []),
    ...(isRead && (versioned || answer.kind === 'file') ? ['IfNoneMatch'] : []),
    ...(isRead && answer.kind === 'file' ? ['Range'] : []),
  ];
}

function described(schema: z.ZodObject | undefined, place: 'path' | 'query' | 'header'): Json[] {
  if (!schema) return [];
  return fieldsOf(schema).map((field) => ({
    name: field.name,
    in: place,
    required: place === 'path' || field.isRequired,
    schema: field.schema,
    ...(field.name in EXAMPLES ? { example: EXAMPLES[field.name] } : {}),
  }));
}

/** The body of a request, null where it has none. */
export function bodyOf(id: string, { body, upload }: Operation): Json | null {
  const example = exampleOf(id).body;
  if (upload) {
    const file = { type: 'string', format: 'binary', description: `At most ${sizeInWords(upload.maxBytes)}.` };
    const fields = body ? fieldsOf(body) : [];
    const schema = {
      type: 'object',
      properties: { [upload.field]: file, ...Object.fromEntries(fields.map((field) => [field.name, field.schema])) },
      required: [upload.field, ...fields.filter((field) => field.isRequired).map((field) => field.name)],
    };
    const description = 'One file, under any name, and text fields beside it.';
    return { required: true, description, content: { 'multipart/form-data': { schema } } };
  }
  if (!body) return null;
  const isRequired = !body.safeParse({}).success;
  const content = { schema: jsonSchemaOf(body, 'input'), ...(example === undefined ? {} : { example }) };
  return { required: isRequired, content: { 'application/json': content } };
}
