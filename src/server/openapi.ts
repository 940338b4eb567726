import { z } from 'zod';
import type { Operation } from '#contract/operation.ts';
import { SCOPES } from '#contract/operation.ts';
import { operations } from '#contract/operations.ts';
import { problems, type ProblemCode } from '#contract/problems.ts';
import { answersOf } from './openapi-answers.ts';
import { bodyOf, parametersOf, sharedParameters } from './openapi-requests.ts';
import { jsonSchemaOf, type Json } from './openapi-schema.ts';

const ErrorBody = z.object({
  error: z.string().describe('What happened and what to do about it.'),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]).describe('Stable; match on this.'),
  details: z.unknown().optional().describe('Facts: which job, which limit, which field.'),
});

const DESCRIPTION = `From a brief to a finished MP4.

Times are Unix milliseconds, ids are opaque strings. Errors are JSON: \`error\` says what to do, \`code\` is stable.
What takes long waits for its result; with \`Prefer: respond-async\` it answers 202 with a job at once. With an
\`Idempotency-Key\` the same request brings the same result, made and paid once. Lists come whole, or in pages with
\`limit\` and \`cursor\`; the next page is in \`Link\` and \`X-Next-Cursor\`.

Scopes of an API token: ${SCOPES.map((scope) => `\`${scope}\``).join(', ')}. Whoever signed in has all of them.`;

/** The whole API as OpenAPI 3.1, read from the table of operations; zod's JSON Schema dialect is OpenAPI 3.1's. */
export function openapiDocument(version: string, table: Readonly<Record<string, Operation>> = operations): Json {
  const paths: Record<string, Json> = {};
  for (const [id, declaration] of Object.entries(table)) {
    const path = `/api${declaration.path}`;
    paths[path] = { ...paths[path], [declaration.method.toLowerCase()]: describe(id, declaration) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Scenewright',
      version,
      summary: 'Self-hosted AI video studio',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This server' }],
    tags: [...new Set(Object.values(table).map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An access token (`swa_…`) or an API token (`sw_…`).' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'sw_access',
          description: 'Set by signing in; same origin only.',
        },
        queryToken: { type: 'apiKey', in: 'query', name: 'token', description: 'An API token, for files only.' },
        signature: {
          type: 'apiKey',
          in: 'query',
          name: 'sig',
          description: 'With `exp`: a signed address, 5 minutes.',
        },
      },
      parameters: sharedParameters,
      schemas: { Error: jsonSchemaOf(ErrorBody, 'output') },
    },
  };
}

function describe(id: string, declaration: Operation): Json {
  const body = bodyOf(id, declaration);
  return {
    operationId: id,
    summary: declaration.summary,
    tags: [tagOf(declaration)],
    security: securityOf(declaration),
    description: WHO[declaration.access] ?? `Scope: \`${declaration.access}\`.`,
    parameters: parametersOf(declaration),
    ...(body ? { requestBody: body } : {}),
    responses: answersOf(id, declaration),
  };
}

const WHO: Readonly<Record<string, string>> = {
  open: 'Open to anybody.',
  any: 'For whoever has a credential.',
  user: 'For a person who signed in; no API token reaches it.',
};

/** `security` names the scope: in OpenAPI 3.1 the roles of a scheme may stand there, whatever its type. */
function securityOf({ access, answer }: Operation): Json[] {
  if (access === 'open') return [];
  const roles = access === 'any' || access === 'user' ? [] : [access];
  const schemes = answer.kind === 'file' ? ['bearer', 'cookie', 'queryToken', 'signature'] : ['bearer', 'cookie'];
  return schemes.map((scheme) => ({ [scheme]: roles }));
}

/** The innermost noun of a path: what a reader looks for. */
function tagOf({ path }: Operation): string {
  const nouns = path.split('/').filter((part) => part !== '' && !part.startsWith('{'));
  const [first = 'api', second, third] = nouns;
  if (first !== 'projects') return ALONE.includes(first) ? first : OF_THE_SERVER.includes(first) ? 'system' : 'models';
  if (second === 'works') return third === undefined ? 'works' : (OF_A_WORK[third] ?? 'works');
  return second ?? 'projects';
}

const ALONE: readonly string[] = ['auth', 'tokens', 'jobs', 'media'];
const OF_THE_SERVER: readonly string[] = ['health', 'ready', 'openapi.json', 'docs', 'providers'];
const OF_A_WORK: Readonly<Record<string, string>> = {
  media: 'work media',
  generate: 'generate',
  scenario: 'generate',
  scenes: 'scenes',
  exports: 'exports',
  events: 'events',
};
