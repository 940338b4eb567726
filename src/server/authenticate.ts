import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Access } from '#contract/operation.ts';
import { Problem } from '#contract/problems.ts';
import { SECRET_PREFIXES } from '#studio/accounts/new-secret.ts';
import { signerOf } from '#studio/accounts/sign-path.ts';
import type { World } from '#studio/world.ts';
import { mayCall, type Caller } from './call.ts';
import { cookieOf } from './cookies.ts';
import { isSameOrigin } from './same-origin.ts';

/** What of a request says who sent it. */
interface CallerParts {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Whether the answer is a file: those may be asked for by a credential in the address. */
  readonly media: boolean;
}

/** Finds out who asks and whether they may, or throws `unauthenticated`, `out_of_scope`, `person_needed`, `cross_origin`. */
export type Authenticate = (access: Access, request: CallerParts) => Promise<Caller>;

type Needs = Pick<World, 'accounts' | 'owner' | 'clock' | 'secrets'>;

const NOBODY: Caller = { actor: { userId: '', workspaceId: '' }, credential: { kind: 'none', id: '', scopes: [] } };

/**
 * Recognises a bearer (session, API token, local token), the web app's cookie, and in the address of a file an API
 * token or a signature.
 *
 * What is sent decides: a wrong bearer is refused even beside a good cookie.
 */
export function authenticateWith(world: Needs, localToken: string): Authenticate {
  const local = digest(localToken);
  return async (access, request) => {
    const byCookie = isByCookie(request);
    if (access === 'open') {
      // Signing in and refreshing read and set cookies: a page elsewhere has no business with them.
      if (byCookie && !isSafe(request.method) && !isSameOrigin(request.headers)) throw new Problem('cross_origin');
      return NOBODY;
    }
    const caller = await callerOf(world, local, request);
    if (caller === null) throw new Problem('unauthenticated');
    if (!mayCall(caller.credential, access)) {
      throw access === 'user' ? new Problem('person_needed') : new Problem('out_of_scope', { scope: access });
    }
    if (byCookie && !isSafe(request.method) && !isSameOrigin(request.headers)) throw new Problem('cross_origin');
    return caller;
  };
}

async function callerOf(world: Needs, local: Buffer, request: CallerParts): Promise<Caller | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const [scheme, secret, ...rest] = authorization.trim().split(/ +/);
    if (scheme?.toLowerCase() !== 'bearer' || !secret || rest.length > 0) return null;
    if (timingSafeEqual(digest(secret), local)) {
      return { actor: world.owner, credential: { kind: 'local', id: 'local', scopes: 'all' } };
    }
    return bySecret(world, secret);
  }
  const fromAddress = request.media && isSafe(request.method) ? byAddress(world, request.url) : null;
  if (fromAddress !== null) return fromAddress;
  const cookie = cookieOf(request.headers.cookie, 'access');
  return cookie === null ? null : bySecret(world, cookie);
}

async function bySecret(world: Needs, secret: string): Promise<Caller | null> {
  const known = await world.accounts.credentials.find(secret);
  return known && { actor: known.actor, credential: { kind: known.kind, id: known.id, scopes: known.scopes } };
}

/** null where the address says nothing of who asks. */
function byAddress(world: Needs, url: string): Promise<Caller | null> | null {
  const [path = '', search = ''] = url.split('?', 2);
  const query = new URLSearchParams(search);
  const [token, exp, sig] = [query.get('token'), query.get('exp'), query.get('sig')];
  if (token !== null) return token.startsWith(SECRET_PREFIXES.token) ? bySecret(world, token) : Promise.resolve(null);
  if (exp === null || sig === null) return null;
  const actor = signerOf(world, { path, exp, sig });
  const scopes = ['projects:read', 'works:read'] as const;
  return Promise.resolve(actor && { actor, credential: { kind: 'signature', id: 'signature', scopes } });
}

function isByCookie({ headers }: CallerParts): boolean {
  if (headers.authorization !== undefined) return false;
  return cookieOf(headers.cookie, 'access') !== null || cookieOf(headers.cookie, 'refresh') !== null;
}

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
