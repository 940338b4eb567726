import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PouredAnswer } from '#contract/operation.ts';
import { namesTag } from './entity-tags.ts';
import { headOf } from './send-file.ts';

/**
 * Sends a file that is made on the way, piece by piece: a client that reads slowly holds up the making, one that goes away ends it.
 *
 * Where making fails the connection is cut, so that nobody takes the half for the whole.
 */
export async function sendPoured(
  { headers, method }: FastifyRequest,
  reply: FastifyReply,
  file: PouredAnswer,
): Promise<FastifyReply> {
  reply.headers({ ...headOf(file), 'accept-ranges': 'none' });
  if (namesTag(headers['if-none-match'], file.etag)) return reply.code(304).removeHeader('content-type').send();
  void reply.code(200).header('content-length', file.sizeBytes);
  if (method === 'HEAD') return reply.send();
  reply.hijack();
  reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>);
  await pipeline(Readable.from(file.pour(), { objectMode: false }), reply.raw).catch((error: unknown) =>
    reply.log.error({ err: error }, 'a file broke off'),
  );
  return reply;
}
