import { createHash, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import type { Access } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import type { Actor } from '#studio/actor.ts';
import type { Caller } from './call.ts';

/** Finds out who asks, or throws `unauthenticated`. */
export type Authenticate = (access: Access, headers: IncomingHttpHeaders) => Promise<Caller>;

/**
 * The local owner's credential: a token in a 0600 file of the data directory. Whoever can read that directory owns
 * everything in it already, so the file gives nothing away.
 */
export function localToken(dataDirectory: string, random: (count: number) => Uint8Array): string {
  const path = join(dataDirectory, 'local-token');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const token = `swl_${Buffer.from(random(32)).toString('base64url')}`;
  writeFileSync(path, `${token}\n`, { mode: 0o600, flag: 'wx' });
  return token;
}

/** Lets the holder of the local token act as the local owner; everyone else sees the open operations only. */
export function authenticateLocalOwner(token: string, owner: Actor): Authenticate {
  const expected = digest(token);
  return async (access, headers) => {
    if (access === 'open') return { actor: owner, credential: { kind: 'none', id: '', scopes: [] } };
    const [scheme, given] = (headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !given || !timingSafeEqual(digest(given), expected)) {
      throw new Problem('unauthenticated');
    }
    return { actor: owner, credential: { kind: 'local', id: 'local', scopes: 'all' } };
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
