import type { Socket } from 'node:net';
import { Problem } from '#contract/problems.ts';

/** Answers on the socket itself what never became a request: Node could not read it, so there is nothing to reply to. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(error);
  const body = JSON.stringify({ error: problem.message, code: problem.code });
  const headers = [
    `HTTP/1.1 ${problem.status} Refused`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
}

function problemOf(error: NodeJS.ErrnoException): Problem {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return new Problem('headers_too_large', {}, { cause: error });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem('request_timeout', {}, { cause: error });
    default:
      return new Problem('invalid_input', { reason: 'it is not HTTP' }, { cause: error });
  }
}
