import type { FastifyRequest } from 'fastify';

/** One line a request and one an answer, joined by the request's id; never a header, and no secret of an address. */
export const requestLog = {
  level: 'info',
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      url: withoutSecrets(request.url),
      remoteAddress: request.ip,
    }),
  },
};

const SECRETS: readonly string[] = ['token', 'sig', 'key'];

/** An address with what proves somebody's right to it struck out, however its name is written. */
export function withoutSecrets(url: string): string {
  const [path, ...query] = url.split('?');
  if (query.length === 0) return url;
  const pairs = query
    .join('?')
    .split('&')
    .map((pair) => (SECRETS.some((name) => new URLSearchParams(pair).has(name)) ? `${pair.split('=')[0]}=***` : pair));
  return `${path}?${pairs.join('&')}`;
}
