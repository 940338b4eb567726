import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#contract/problems.ts';
import { sizeInWords } from '#contract/size-in-words.ts';

const RETRY_AFTER_S = 30; // where nobody knows better

/** Answers with what went wrong and what to do about it. What nobody foresaw is in the log under the request's id. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const problem = problemOf(error, request);
  if (problem.status >= 500 && !reply.raw.destroyed)
    request.log.error({ code: problem.code, err: error }, 'request failed');
  const { jobId, allow, retryAfterS } = problem.facts;
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (problem.status === 405) void reply.header('allow', String(allow));
  if (problem.status === 429) void reply.header('retry-after', String(retryAfterS ?? RETRY_AFTER_S));
  if (problem.code === 'still_running' || problem.code === 'interrupted')
    if (typeof jobId === 'string') void reply.header('location', `/api/jobs/${jobId}`);
  for (const header of ['content-length', 'content-disposition', 'accept-ranges', 'etag']) reply.removeHeader(header);
  const details = Object.keys(problem.facts).length > 0 ? { details: problem.facts } : {};
  return reply
    .code(problem.status)
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send({ error: problem.message, code: problem.code, ...details });
}

function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  const { config, bodyLimit } = request.routeOptions ?? {};
  if (statusCode === 413) {
    const limit = sizeInWords(bodyLimit ?? 0);
    return new Problem('too_large', { what: 'The request', limit }, { cause: error });
  }
  if (statusCode === 415) {
    const reason = config?.takesForms
      ? 'send multipart/form-data with one file'
      : 'send JSON (Content-Type: application/json)';
    return new Problem('unsupported_media', { name: 'The body', reason }, { cause: error });
  }
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new Problem('invalid_input', { reason: message ?? 'bad request' }, { cause: error });
  return new Problem('internal', { requestId: request.id }, { cause: error });
}
