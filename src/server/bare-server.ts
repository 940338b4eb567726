import fastify, { type FastifyInstance } from 'fastify';
import { Problem } from '#contract/problems.ts';
import type { World } from '#studio/world.ts';
import { answerBrokenRequest } from './answer-broken-request.ts';
import type { OpenCalls } from './open-calls.ts';
import { requestLog } from './request-log.ts';
import { secureHeaders } from './secure-headers.ts';
import { sendProblem } from './send-problem.ts';

/** A body larger than this is refused before it is read, unless its operation says more; media has its own doors. */
export const MAX_JSON_BYTES = 1024 * 1024;

const MAX_PARAM_LENGTH = 16_000; // the longest that fits a request line; what is no id is a 404 like any other

const MAX_REQUEST_MS = 3_600_000; // 2 GB at 5 Mbit/s take 53 minutes

const CLOSE_GRACE_MS = 1000; // for answers on their way when the server closes; the rest of the stop is the jobs'

/** A server without routes that answers everything else: what is no request, what is nowhere, what fails, and its end. */
export function bareServer(
  world: Pick<World, 'random'>,
  calls: OpenCalls,
  trustedProxies: readonly string[],
): FastifyInstance {
  const server = fastify({
    logger: requestLog,
    trustProxy: [...trustedProxies],
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
  return server;
}
