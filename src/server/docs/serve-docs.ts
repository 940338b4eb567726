import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { sendFile } from '../send-file.ts';

/** What the page of the API's description loads: the viewer, as its package brings it, and our colours. */
const files = [
  { name: 'viewer.js', mime: 'text/javascript', at: 'openapi-explorer/dist/browser/openapi-explorer.min.js' },
  { name: 'docs.css', mime: 'text/css', at: './docs.css' },
] as const;

/** Opens the addresses that `/api/docs` loads from; anybody may read them. */
export function serveDocs(server: FastifyInstance): void {
  for (const { name, mime, at } of files) {
    const path = fileURLToPath(import.meta.resolve(at));
    let etag: Promise<string> | undefined; // of a file that does not change while we run
    const url = `/api/docs/${name}`;
    server.route({
      method: ['GET', 'HEAD'],
      url,
      handler: async (request, reply) => {
        etag ??= readFile(path).then((bytes) => createHash('sha256').update(bytes).digest('hex'));
        const { size: sizeBytes } = await stat(path);
        return sendFile(request, reply, {
          path,
          mime: `${mime}; charset=utf-8`,
          filename: name,
          sizeBytes,
          etag: await etag,
        });
      },
    });
  }
}
