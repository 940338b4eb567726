import { once } from 'node:events';
import { connect } from 'node:net';

/** What no HTTP client would send, by what is wrong with it; each ends its connection. */
export const brokenRequests: Readonly<Record<string, string>> = {
  'a method that is none': 'BREW /api/projects HTTP/1.1\r\nhost: x\r\n\r\n',
  'a header without a colon': 'GET /api/projects HTTP/1.1\r\nhost x\r\n\r\n',
  'a header larger than any': `GET /api/projects HTTP/1.1\r\nhost: x\r\nx-long: ${'y'.repeat(40_000)}\r\n\r\n`,
  'two lengths of one body':
    'POST /api/projects HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n',
  'a length that is no number': 'POST /api/projects HTTP/1.1\r\nhost: x\r\ncontent-length: many\r\n\r\n',
  'an expectation nobody meets': 'GET /api/projects HTTP/1.1\r\nhost: x\r\nexpect: 200-ok\r\nconnection: close\r\n\r\n',
  'no host': 'GET /api/projects HTTP/1.1\r\nconnection: close\r\n\r\n',
  'no HTTP at all': '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
};

/** Sends bytes as they stand and gives everything that came back until the connection was closed. */
export async function sendRaw(origin: string, text: string): Promise<{ status: number; head: string; body: string }> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let said = '';
  socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${JSON.stringify(text.slice(0, 60))}`)));
  socket.on('data', (piece: Buffer) => (said += piece.toString('utf8')));
  socket.write(Buffer.from(text, 'latin1'));
  await once(socket, 'close');
  const [head = '', body = ''] = said.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), head: head.toLowerCase(), body };
}
