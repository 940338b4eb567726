import { fastifyCookie } from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Operation } from '#contract/operation.ts';
import { operations } from '#contract/operations.ts';
import { Problem } from '#contract/problems.ts';
import type { World } from '#studio/world.ts';
import { answerRequest, type Located } from './answer-request.ts';
import type { Authenticate } from './authenticate.ts';
import { bareServer, MAX_JSON_BYTES } from './bare-server.ts';
import type { Caller } from './call.ts';
import { serveDocs } from './docs/serve-docs.ts';
import { handlers } from './handlers.ts';
import type { AnyHandler, AnyWaitingHandler } from './handlers/handler.ts';
import { locate, nothingThere } from './locate.ts';
import { openCalls } from './open-calls.ts';
import { readParams } from './read-input.ts';
import { serveWebApp } from './web-app/serve-web-app.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether it takes a form; whoever sends something else is told to send one, or else JSON. */
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
 * @param options.webRoot where the built web app lies: not served unless said
 */
export function httpServer(
  world: World,
  authenticate: Authenticate,
  api: Api = { operations, handlers },
  options: { readonly trustedProxies?: readonly string[]; readonly webRoot?: string | null } = {},
): FastifyInstance {
  const calls = openCalls();
  const server = bareServer(world, calls, options.trustedProxies ?? []);
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
  if (options.webRoot) serveWebApp(server, options.webRoot);
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
