import type { Actor } from '../actor.ts';
import type { World } from '../world.ts';

const GOOD_FOR_MS = 5 * 60_000;

/** An address that needs no other credential for a while. */
export interface SignedPath {
  readonly url: string;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

/**
 * Signs the path of a file, so that a player or a page without the cookie may read it for five minutes.
 *
 * @param path as the server is asked for it, with `/api`
 */
export function signPath(world: Pick<World, 'clock' | 'secrets'>, actor: Actor, path: string): SignedPath {
  const expiresAt = world.clock.nowMs() + GOOD_FOR_MS;
  const signature = world.secrets.sign(signed(pathOnly(path), expiresAt, actor));
  const sig = `${actor.userId}.${actor.workspaceId}.${signature}`;
  return { url: `${path}${path.includes('?') ? '&' : '?'}exp=${expiresAt}&sig=${sig}`, expiresAt };
}

/** Who signed the path a request came with, while that is good; null otherwise. */
export function signerOf(
  world: Pick<World, 'clock' | 'secrets'>,
  request: { readonly path: string; readonly exp: string; readonly sig: string },
): Actor | null {
  const [userId, workspaceId, signature, ...rest] = request.sig.split('.');
  if (!userId || !workspaceId || !signature || rest.length > 0 || !/^\d{13}$/.test(request.exp)) return null;
  const actor = { userId, workspaceId };
  const expiresAt = Number(request.exp);
  if (expiresAt <= world.clock.nowMs()) return null;
  return world.secrets.isSignature(signed(pathOnly(request.path), expiresAt, actor), signature) ? actor : null;
}

const pathOnly = (path: string): string => path.split('?')[0] ?? '';

const signed = (path: string, expiresAt: number, { userId, workspaceId }: Actor): string =>
  ['media', path, expiresAt, workspaceId, userId].join('\n');
