import { open, stat } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FileAnswer } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { byteRange } from './byte-range.ts';
import { contentDisposition } from './content-disposition.ts';
import { namesTag } from './entity-tags.ts';
import { pourFile } from './pour-file.ts';

/**
 * Sends a file, or the part of it that was asked for, without holding it in memory.
 *
 * What came from outside is shown as nothing but what it is: no sniffing, no scripts, no frames of other sites. A client
 * asks again before it shows what it has, so that a replaced file is seen at once.
 *
 * @throws Problem `range_not_satisfiable`; `media_missing` where the file is gone
 */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileAnswer): Promise<FastifyReply> {
  const { headers, method } = request;
  reply.headers({ ...headOf(file), 'accept-ranges': 'bytes' });
  if (namesTag(headers['if-none-match'], file.etag)) return reply.code(304).removeHeader('content-type').send();

  const ifRange = headers['if-range'];
  const isSame = ifRange === undefined || ifRange === `"${file.etag}"`; // strong only; we send no dates to compare
  const range = method === 'GET' && isSame ? byteRange(headers.range, file.sizeBytes) : null;
  if (range === 'beyond') {
    void reply.header('content-range', `bytes */${file.sizeBytes}`);
    throw new Problem('range_not_satisfiable', { sizeBytes: file.sizeBytes });
  }
  const { start, end } = range ?? { start: 0, end: file.sizeBytes - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${file.sizeBytes}`);
  else reply.code(200);
  void reply.header('content-length', end - start + 1);

  if (method === 'HEAD' || file.sizeBytes === 0) {
    await stat(file.path).catch(missing(file));
    return reply.send();
  }
  const opened = await open(file.path).catch(missing(file));
  reply.hijack();
  reply.raw.writeHead(reply.statusCode, reply.getHeaders() as Record<string, string>);
  await pourFile(opened, reply.raw, { start, end }).catch((error: unknown) =>
    reply.log.error({ err: error }, 'a file broke off'),
  );
  return reply;
}

/** What goes before the bytes of any file. */
export function headOf(file: Omit<FileAnswer, 'path'>): Record<string, string> {
  return {
    'content-type': file.mime,
    'content-disposition': contentDisposition(file.disposition ?? 'inline', file.filename),
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': file.isImmutable ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    etag: `"${file.etag}"`,
  };
}

function missing(file: FileAnswer): (error: unknown) => never {
  return (cause) => {
    throw new Problem('media_missing', { sha256: file.etag }, { cause });
  };
}
