import { fastifyCookie } from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type HTTPMethods } from 'fastify';
import type { Operation } from '#contract/operation.ts';
import { operations } from '#contract/operations.ts';
import { Problem } from '#contract/problems.ts';
import type { World } from '#studio/world.ts';
import { answerRequest, type Located } from './answer-request.ts';
import { answerBrokenRequest } from './answer-broken-request.ts';
import type { Authenticate } from './authenticate.ts';
import type { Caller } from './call.ts';
import { serveDocs } from './docs/serve-docs.ts';
import { handlers } from './handlers.ts';
import type { AnyHandler, AnyWaitingHandler } from './handlers/handler.ts';
import { locate, nothingThere } from './locate.ts';
import { openCalls } from './open-calls.ts';
import { readParams } from './read-input.ts';
import { requestLog } from './request-log.ts';
import { secureHeaders } from './secure-headers.ts';
import { sendProblem } from './send-problem.ts';

/** A body larger than this is refused before it is read; media has its own doors. */
const MAX_JSON_BYTES = 4 * 1024 * 1024;

const MAX_PARAM_LENGTH = 16_000; // the longest that fits a request line; what is no id is a 404 like any other

const MAX_REQUEST_MS = 3_600_000; // 2 GB at 5 Mbit/s take 53 minutes

const CLOSE_GRACE_MS = 1000; // for answers on their way when the server closes; the rest of the stop is the jobs'

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a wrong content type is told to be. */
    takesForms?: boolean;
  }
}

/** A table of operations, and a handler for each. */
export interface Api {
  readonly operations: Readonly<Record<string, Operation>>;
  readonly handlers: Readonly<Record<string, unknown>>;
}

/**
 * Opens every operation of the table as an HTTP route; no rule lives here.
 *
 * @param options.trustedProxies whose `X-Forwarded-For` and `-Proto` count: none unless said
 */
export function httpServer(
  world: World,
  authenticate: Authenticate,
  api: Api = { operations, handlers },
  options: { readonly trustedProxies?: readonly string[] } = {},
): FastifyInstance {
  const server = fastify({
    logger: requestLog,
    trustProxy: [...(options.trustedProxies ?? [])],
    bodyLimit: MAX_JSON_BYTES,
    requestTimeout: MAX_REQUEST_MS,
    http: { requireHostHeader: false }, // asked for below, where the answer is ours
    clientErrorHandler: answerBrokenRequest,
    exposeHeadRoutes: false, // a GET is asked by both, and knows the difference
    genReqId: () => Buffer.from(world.random.bytes(8)).toString('hex'),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_PARAM_LENGTH },
    frameworkErrors: (error, request, reply) => {
      secureHeaders(request, reply);
      void sendProblem(request, reply, error);
    },
  });
  const calls = openCalls();
  server.addHook('preClose', (done) => {
    calls.close();
    setTimeout(() => server.server.closeAllConnections(), CLOSE_GRACE_MS).unref();
    done();
  });
  // An expectation that we do not know is none of ours to meet; Node would refuse it with an empty answer.
  server.server.on('checkExpectation', (request, response) => server.server.emit('request', request, response));
  server.addHook('onRequest', (request, reply, done) => {
    secureHeaders(request, reply);
    const isNameless = request.raw.httpVersion === '1.1' && request.headers.host === undefined;
    done(isNameless ? new Problem('invalid_input', { reason: 'expected a Host header' }) : undefined);
  });
  server.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, new Problem('not_found', { what: 'such address' })),
  );
  server.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));

  const located = new WeakMap<FastifyRequest, Located>();
  const open = (scope: FastifyInstance, id: string, declaration: Operation): void => {
    const handler = api.handlers[id] as AnyHandler | AnyWaitingHandler;
    scope.route({
      method: declaration.method === 'GET' ? ['GET', 'HEAD'] : declaration.method,
      url: addressOf(declaration.path),
      bodyLimit: declaration.maxBodyBytes ?? MAX_JSON_BYTES,
      config: { takesForms: declaration.upload !== undefined },
      // In the settled order (who are you, may you, is it there), and before the body is read: a stranger sends none.
      onRequest: async (request) => {
        const { method, url, headers } = request;
        const media = declaration.answer.kind === 'file';
        const ask = () => authenticate(declaration.access, { method, url, headers, media });
        const caller = await ask();
        const params = readParams(declaration, request);
        if (!params) throw nothingThere();
        if (!declaration.findsItself) await locate(world, caller.actor, params);
        const stillMay = () => holds(ask, caller);
        located.set(request, { declaration, handler, caller, params, stillMay });
      },
      handler: (request: FastifyRequest, reply: FastifyReply) => {
        const found = located.get(request);
        if (!found) throw new Problem('unauthenticated');
        return answerRequest(world, calls, found, request, reply);
      },
    });
  };
  const table = Object.entries(api.operations);
  server.removeAllContentTypeParsers();
  void server.register(fastifyCookie, { hook: false }); // loads what open-calls.ts reads and writes cookies with
  void server.register(async (scope) => {
    // Parsed when its turn comes, by a reader of our own.
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    for (const [id, declaration] of table) if (!declaration.upload) open(scope, id, declaration);
    refuseOtherMethods(
      scope,
      table.map(([, declaration]) => declaration),
    );
    serveDocs(scope);
  });
  void server.register(async (scope) => {
    await scope.register(fastifyMultipart);
    for (const [id, declaration] of table) if (declaration.upload) open(scope, id, declaration);
  });
  return server;
}

/** Whether somebody is still who they were, and may what they did. */
async function holds(ask: () => Promise<Caller>, { actor }: Caller): Promise<boolean> {
  try {
    return (await ask()).actor.userId === actor.userId;
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return false;
    throw error;
  }
}

const addressOf = (path: string): string => `/api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;

/** A known address asked in another way is told which ways there are. */
function refuseOtherMethods(server: FastifyInstance, declarations: readonly Operation[]): void {
  for (const [path, same] of Map.groupBy(declarations, (declaration) => declaration.path)) {
    const allowed = same.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    const allow = [...allowed, 'OPTIONS'].join(', ');
    const url = addressOf(path);
    server.route({
      method: METHODS.filter((method) => !allowed.includes(method)) as HTTPMethods[],
      url,
      onRequest: async (request) => {
        throw new Problem('method_not_allowed', { method: request.method, allow });
      },
      handler: () => {},
    });
    server.route({ method: 'OPTIONS', url, handler: (_, reply) => reply.code(204).header('allow', allow).send() });
  }
}
