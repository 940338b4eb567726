import { z } from 'zod';
import type { Operation } from '#contract/operation.ts';
import { operations } from '#contract/operations.ts';
import { problems, type ProblemCode } from '#contract/problems.ts';

type Json = Record<string, unknown>;

const ErrorBody = z.object({
  error: z.string().describe('What happened and what to do about it.'),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  details: z.unknown().optional(),
});

/** The whole API as OpenAPI 3.1, read from the table of operations; zod's JSON Schema dialect is OpenAPI 3.1's. */
export function openapiDocument(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [id, declaration] of Object.entries(operations) as [string, Operation][]) {
    const path = `/api${declaration.path}`;
    paths[path] = { ...paths[path], [declaration.method.toLowerCase()]: describe(id, declaration) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Scenewright',
      version,
      description: 'From a brief to a finished MP4. Times are Unix milliseconds, ids are opaque strings.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: schemaOf(ErrorBody, 'output') },
    },
  };
}

function describe(id: string, declaration: Operation): Json {
  const open = declaration.access === 'open';
  return {
    operationId: id,
    summary: declaration.summary,
    tags: [declaration.path.split('/').find((part) => part !== '' && !part.startsWith('{')) ?? 'api'],
    security: open ? [] : [{ token: [] }],
    ...(open ? {} : { 'x-scope': declaration.access }),
    parameters: [...parametersOf(declaration.params, 'path'), ...parametersOf(declaration.query, 'query')],
    ...(declaration.body
      ? {
          requestBody: {
            required: Object.values(declaration.body.shape).some(
              (field) => !z.safeParse(field as z.ZodType, undefined).success,
            ),
            content: { 'application/json': { schema: schemaOf(declaration.body, 'input') } },
          },
        }
      : {}),
    responses: { ...answerOf(declaration), ...errorsOf(declaration) },
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function answerOf({ answer }: Operation): Json {
  switch (answer.kind) {
    case 'json':
      return {
        [answer.status]: {
          description: 'Done.',
          content: { 'application/json': { schema: schemaOf(answer.schema, 'output') } },
        },
      };
    case 'file':
      return {
        200: { description: 'The file.', content: { [answer.mime]: { schema: { type: 'string', format: 'binary' } } } },
      };
    case 'page':
      return { 200: { description: 'The page.', content: { 'text/html': { schema: { type: 'string' } } } } };
    case 'events':
      return {
        200: { description: 'Server-sent events.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
      };
    case 'none':
      return { 204: { description: 'Done; nothing to say.' } };
    default:
      return answer satisfies never;
  }
}

function errorsOf(declaration: Operation): Json {
  const codes: ProblemCode[] = [
    'internal',
    ...(declaration.params || declaration.query || declaration.body ? (['invalid_input'] as const) : []),
    ...(declaration.params ? (['not_found'] as const) : []),
    ...(declaration.access === 'open' ? [] : (['unauthenticated', 'out_of_scope'] as const)),
    ...(declaration.problems ?? []),
  ];
  const byStatus = Map.groupBy(codes, (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((code) => `\`${code}\`: ${problems[code].sentence}`).join(' '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  );
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json;
  return rest;
}
