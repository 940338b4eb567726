import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * What every answer carries: no sniffing, no address handed on, no page of another site around or inside it. Answers are
 * data; the few that are pages say themselves what they may load.
 */
export function secureHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'x-request-id': request.id,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
}
