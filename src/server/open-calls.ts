import { fastifyCookie } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Call, Credential } from './call.ts';
import { ifRevision } from './entity-tags.ts';

/** What a handler said of its answer beside the body. */
export interface Said {
  revision?: number;
  /** The same revision means the same answer, which a client may keep. */
  isWhole?: boolean;
  /** null: it was the last page. */
  nextCursor?: string | null;
}

/** A call under way: what its handler sees, and what it said. */
interface OpenCall {
  readonly call: Call;
  readonly said: Said;
}

/** The calls of a server: they end when their client goes away, and all of them when the server closes. */
export interface OpenCalls {
  readonly open: (
    request: FastifyRequest,
    reply: FastifyReply,
    credential: Credential,
    stillMay?: Call['stillMay'],
  ) => OpenCall;
  /** True from the moment the server began to close. */
  readonly isClosing: () => boolean;
  readonly close: () => void;
}

/** Keeps count of the calls that are under way. */
export function openCalls(): OpenCalls {
  const controllers = new Set<AbortController>();
  let isClosing = false;

  const signalOf = (reply: FastifyReply): AbortSignal => {
    const controller = new AbortController();
    if (isClosing || reply.raw.destroyed) controller.abort();
    controllers.add(controller);
    reply.raw.once('close', () => {
      controllers.delete(controller);
      if (!reply.raw.writableFinished) controller.abort();
    });
    return controller.signal;
  };

  return {
    open: (request, reply, credential, stillMay = async () => true) => {
      const said: Said = {};
      let signal: AbortSignal | undefined;
      let cookies: Readonly<Record<string, string | undefined>> | undefined;
      const call: Call = {
        credential,
        stillMay,
        ifRevision: ifRevision(request.headers['if-match']),
        get signal() {
          return (signal ??= signalOf(reply));
        },
        ip: request.ip,
        userAgent: request.headers['user-agent'] ?? '',
        cookie: (name) => (cookies ??= fastifyCookie.parse(request.headers.cookie ?? ''))[name],
        setCookie: (name, value, { path, maxAgeS }) => {
          const isSecure = request.protocol === 'https';
          const attributes = { path, maxAge: maxAgeS, httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
          void reply.header('set-cookie', fastifyCookie.serialize(name, value, attributes)); // adds to the others
        },
        revision: (revision, shown = 'whole') => {
          said.revision = revision;
          said.isWhole = shown === 'whole';
        },
        nextCursor: (cursor) => {
          said.nextCursor = cursor;
        },
      };
      return { call, said };
    },
    isClosing: () => isClosing,
    close: () => {
      isClosing = true;
      for (const controller of controllers) controller.abort();
    },
  };
}
