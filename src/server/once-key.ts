import { Problem } from '#contract/problems.ts';
import { hashOf } from '#studio/hash-of.ts';
import type { OnceKey } from '#studio/jobs/answer-once.ts';
import type { Asked } from './run-operation.ts';

const KEY = /^[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?$/;

/**
 * By what a request with an Idempotency-Key is recognised again; null where it has none.
 *
 * The fingerprint covers what was asked: body, query, the headers that choose a model, and the file. Keys for providers
 * are not part of it: a client may send another one, and nothing of them is kept.
 *
 * @throws Problem `invalid_input`
 */
export function onceKey({
  declaration,
  request,
  read,
  sha256,
}: Pick<Asked, 'declaration' | 'request' | 'read' | 'sha256'>): OnceKey | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  const key = String(header);
  if (!KEY.test(key))
    throw new Problem('invalid_input', { reason: 'Idempotency-Key: expected 1 to 200 printable characters' });
  const headers = Object.fromEntries(Object.entries(read.headers).filter(([name]) => !name.endsWith('-api-key')));
  return {
    operation: `${declaration.method} ${addressOf(declaration.path, request.params as Record<string, string>)}`,
    key,
    fingerprint: hashOf({ query: read.query, headers, body: read.body, sha256 }),
  };
}

function addressOf(path: string, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
}
