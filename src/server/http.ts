import { createReadStream } from 'node:fs';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { FileAnswer, Operation } from '#contract/operation.ts';
import { operations, type OperationId } from '#contract/operations.ts';
import { Problem, type ProblemFacts } from '#contract/problems.ts';
import type { Actor } from '#studio/actor.ts';
import { findWork } from '#studio/find-work.ts';
import { findProject } from '#studio/find-project.ts';
import type { World } from '#studio/world.ts';
import type { Authenticate } from './authenticate.ts';
import type { Call, Caller, Credential } from './call.ts';
import { handlers, type AnyHandler } from './handlers.ts';

/** A body larger than this is refused before it is read; media has its own doors. */
const MAX_JSON_BYTES = 4 * 1024 * 1024;

const MAX_PARAM_LENGTH = 16_000; // the longest that fits a request line; what is no id is a 404 like any other

/** Opens every operation of the table as an HTTP route; no rule lives here. */
export function httpServer(world: World, authenticate: Authenticate): FastifyInstance {
  const server = fastify({
    logger: { level: 'info', redact: ['req.headers.authorization', 'req.headers.cookie'] },
    bodyLimit: MAX_JSON_BYTES,
    genReqId: () => Buffer.from(world.random.bytes(8)).toString('hex'),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_PARAM_LENGTH },
    frameworkErrors: (error, request, reply) => {
      void sendProblem(request, reply, error);
    },
  });
  takeJsonAsText(server);
  const callers = new WeakMap<FastifyRequest, Caller>();
  const callerOf = (request: FastifyRequest): Caller => {
    const caller = callers.get(request);
    if (!caller) throw new Problem('unauthenticated');
    return caller;
  };
  server.addHook('onSend', async (_, reply) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
  });
  for (const [id, declaration] of Object.entries(operations) as [OperationId, Operation][]) {
    server.route({
      method: declaration.method,
      url: `/api${declaration.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      // Before the body is read: a stranger does not get to send one.
      onRequest: async (request) => {
        callers.set(request, await authenticate(declaration.access, request.headers));
      },
      handler: (request, reply) => answer(world, callerOf(request), id, declaration, request, reply),
    });
  }
  server.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new Problem('not_found', { what: 'such address' })),
  );
  server.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
  return server;
}

/** In the settled order: who are you and may you (before this), is it there, is it well formed. */
async function answer(
  world: World,
  { actor, credential }: Caller,
  id: OperationId,
  declaration: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const params = declaration.params?.safeParse(request.params);
  if (params && !params.success) throw new Problem('not_found', { what: 'such thing' });
  await locate(world, actor, params?.data ?? {});
  const query = parse(declaration.query, request.query);
  const body = parse(declaration.body, jsonOf(request.body));
  const handler = handlers[id] as AnyHandler;
  const headers = parse(declaration.headers, request.headers);
  const result = await handler(
    world,
    actor,
    { ...params?.data, ...query, ...headers, ...body },
    callOf(request, credential),
  );
  switch (declaration.answer.kind) {
    case 'json':
      return reply.code(declaration.answer.status).send(result);
    case 'file':
      return sendFile(reply, result as FileAnswer);
    case 'page':
      return reply.type('text/html; charset=utf-8').send(result);
    case 'none':
      return reply.code(204).send();
    case 'events':
      throw new Problem('not_found', { what: 'such address' });
    default:
      return declaration.answer satisfies never;
  }
}

function callOf(request: FastifyRequest, credential: Credential): Call {
  return {
    credential,
    ifRevision: null,
    signal: AbortSignal.timeout(3_600_000),
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    cookie: () => undefined,
    setCookie: () => {},
    revision: () => {},
    nextCursor: () => {},
  };
}

async function locate(world: World, actor: Actor, params: Record<string, unknown>): Promise<void> {
  const { projectId, workId } = params as { projectId?: string; workId?: string };
  if (projectId && workId) await findWork(world, actor, { projectId, workId });
  else if (projectId) await findProject(world, actor, projectId);
}

function parse(schema: Operation['body'], value: unknown): object {
  if (!schema) return {};
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reason = parsed.error.issues
    .slice(0, 5)
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ');
  throw new Problem('invalid_input', { reason });
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  return reply
    .header('content-type', file.mime)
    .header('content-length', file.sizeBytes)
    .header('content-disposition', `inline; filename="${file.filename}"`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(createReadStream(file.path));
}

/** JSON is parsed when its turn comes (a resource that is not there is a 404 whatever the body says), and may be empty. */
function takeJsonAsText(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body));
}

function jsonOf(body: unknown): unknown {
  if (typeof body !== 'string' || body.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new Problem('malformed_json', {}, { cause });
  }
  // PostgreSQL's text has no place for it, and nothing anybody means is written with it.
  if (/\\u0000/.test(body) && holdsNul(value))
    throw new Problem('invalid_input', { reason: 'a text holds a NUL character' });
  return value;
}

/** Without recursion: how deep a body goes is the sender's choice. */
function holdsNul(value: unknown): boolean {
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string' && next.includes('\u0000')) return true;
    if (next !== null && typeof next === 'object') for (const pair of Object.entries(next)) waiting.push(...pair);
  }
  return false;
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const problem = problemOf(error, request.id);
  if (problem.status >= 500) request.log.error({ code: problem.code, err: error }, 'request failed');
  const details: ProblemFacts | undefined = Object.keys(problem.facts).length > 0 ? problem.facts : undefined;
  return reply
    .code(problem.status)
    .send({ error: problem.message, code: problem.code, ...(details ? { details } : {}) });
}

function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error;
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode === 413) return new Problem('too_large', { what: 'The request', limit: '4 MB' }, { cause: error });
  if (statusCode === 415)
    return new Problem('unsupported_media', { name: 'The body', reason: 'send JSON' }, { cause: error });
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    return new Problem('invalid_input', { reason: message ?? 'bad request' }, { cause: error });
  }
  return new Problem('internal', { requestId }, { cause: error });
}
