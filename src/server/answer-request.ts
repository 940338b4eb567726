import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileAnswer, Operation, PouredAnswer, PushedEvent } from '#contract/operation.ts';
import type { World } from '#studio/world.ts';
import type { Caller } from './call.ts';
import { namesTag } from './entity-tags.ts';
import type { AnyHandler, AnyWaitingHandler } from './handlers/handler.ts';
import type { OpenCalls, Said } from './open-calls.ts';
import { readInput } from './read-input.ts';
import { readUpload } from './read-upload.ts';
import { runOperation } from './run-operation.ts';
import { sendEvents } from './send-events.ts';
import { sendFile } from './send-file.ts';
import { sendPoured } from './send-poured.ts';

/**
 * A page of ours loads what is ours and nothing else, and no script stands in it. Styles may: the viewer of the API's
 * description writes its own into the elements it makes.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A request for something that is there, by somebody who may. */
export interface Located {
  readonly declaration: Operation;
  readonly handler: AnyHandler | AnyWaitingHandler;
  readonly caller: Caller;
  readonly params: Readonly<Record<string, unknown>>;
  readonly stillMay: () => Promise<boolean>;
}

/** Reads what is asked, runs it and sends the answer; a file that came with it and was not kept is gone afterwards. */
export async function answerRequest(
  world: World,
  calls: OpenCalls,
  { declaration, handler, caller, params, stillMay }: Located,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { call, said } = calls.open(request, reply, caller.credential, stillMay);
  const upload = declaration.upload ? await readUpload(world, declaration.upload, request) : null;
  try {
    const read = readInput(declaration, request, params, upload);
    const ran = await runOperation(world, {
      declaration,
      handler,
      request,
      actor: caller.actor,
      call,
      read,
      sha256: upload?.file.sha256 ?? null,
      // A path's parameters last: nothing in a body leads elsewhere.
      input: { ...read.query, ...read.headers, ...read.body, ...(upload ? { file: upload.file } : {}), ...params },
      isClosing: calls.isClosing,
    });
    if (ran.isReplay) void reply.header('idempotency-replayed', 'true');
    if (ran.kind === 'accepted') return sendAccepted(reply, ran.jobId);
    return await send(declaration, ran.answer, { request, reply, said, signal: () => call.signal });
  } finally {
    await upload?.discard();
  }
}

const addressOf = (jobId: string): string => `/api/jobs/${jobId}`;

function sendAccepted(reply: FastifyReply, jobId: string): FastifyReply {
  return reply
    .code(202)
    .headers({ location: addressOf(jobId), 'preference-applied': 'respond-async', 'cache-control': 'no-store' })
    .send({ jobId });
}

interface Sending {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly said: Said;
  readonly signal: () => AbortSignal;
}

async function send(declaration: Operation, answer: unknown, sending: Sending): Promise<FastifyReply> {
  const { request, reply } = sending;
  switch (declaration.answer.kind) {
    case 'json':
      return sendJson(declaration.answer.status, answer, sending);
    case 'file':
      return isPoured(answer) ? sendPoured(request, reply, answer) : sendFile(request, reply, answer as FileAnswer);
    case 'page':
      return reply
        .type('text/html; charset=utf-8')
        .headers({ 'cache-control': 'no-cache', 'content-security-policy': PAGE_POLICY })
        .send(answer);
    case 'none':
      return reply.code(204).send();
    case 'events':
      if (request.method === 'HEAD') return reply.type('text/event-stream; charset=utf-8').send();
      await sendEvents(reply, answer as AsyncIterable<PushedEvent>, sending.signal());
      return reply;
    default:
      return declaration.answer satisfies never;
  }
}

function isPoured(answer: unknown): answer is PouredAnswer {
  return typeof answer === 'object' && answer !== null && 'pour' in answer;
}

/** The one job that an answer names. */
function jobOf(answer: unknown): string | null {
  const jobId: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'jobId') : null;
  return typeof jobId === 'string' ? jobId : null;
}

function sendJson(status: number, answer: unknown, { request, reply, said }: Sending): FastifyReply {
  void reply.header('cache-control', said.isWhole ? 'private, no-cache' : 'no-store');
  if (said.nextCursor) {
    const query = new URLSearchParams(request.query as Record<string, string>);
    query.set('cursor', said.nextCursor);
    const [path] = request.url.split('?');
    void reply.headers({ 'x-next-cursor': said.nextCursor, link: `<${path}?${query.toString()}>; rel="next"` });
  }
  if (said.revision !== undefined) {
    void reply.header('etag', `"${said.revision}"`);
    const mayKeep = said.isWhole && (request.method === 'GET' || request.method === 'HEAD');
    if (mayKeep && namesTag(request.headers['if-none-match'], String(said.revision))) return reply.code(304).send();
  }
  const jobId = status === 202 ? jobOf(answer) : null;
  if (jobId !== null) void reply.header('location', addressOf(jobId));
  return reply.code(status).send(answer);
}
