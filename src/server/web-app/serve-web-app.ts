import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem } from '#contract/problems.ts';

/** What a page of the app may load: its own, from here. Pictures may also be drawn (blob:) or tiny (data:). */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What a worker may load: it draws texts by WebAssembly, with fonts and pictures from here. The page itself may not. */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const WORKER = /^assets\/[\w-]+-worker-[\w-]+\.js$/;

const FOR_EVER = 'public, max-age=31536000, immutable'; // the name of a built file holds a hash of its bytes

/**
 * Serves the built web app: its files, and its one page at every address that is neither a file nor the API's, because
 * the app itself knows what each address shows.
 */
export function serveWebApp(server: FastifyInstance, webRoot: string): void {
  void server.register(fastifyStatic, { root: webRoot, serve: false, preCompressed: true, cacheControl: false });
  const page = (reply: FastifyReply): FastifyReply =>
    reply.header('content-security-policy', POLICY).header('cache-control', 'no-cache').sendFile('index.html');
  server.route({ method: ['GET', 'HEAD'], url: '/', handler: (_, reply) => page(reply) });
  server.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: (request, reply) => {
      const path = (request.params as { '*': string })['*'];
      if (path === 'api' || path.startsWith('api/')) throw new Problem('not_found', { what: 'such address' });
      const isFile = /\.\w+$/.test(path);
      if (!isFile) return page(reply);
      if (path.includes('..') || !existsSync(join(webRoot, path))) {
        throw new Problem('not_found', { what: 'such file' });
      }
      if (WORKER.test(path)) void reply.header('content-security-policy', WORKER_POLICY);
      return reply.header('cache-control', path.startsWith('assets/') ? FOR_EVER : 'no-cache').sendFile(path);
    },
  });
}
