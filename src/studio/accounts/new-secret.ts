import { createHash } from 'node:crypto';
import type { World } from '../world.ts';

/** What a secret is for, so that a scanner of logs and repositories knows one when it sees it. */
export const SECRET_PREFIXES = { token: 'sw_', access: 'swa_', refresh: 'swr_' } as const;

const SECRET_BYTES = 32;

/** A fresh secret that cannot be guessed. */
export function newSecret(world: Pick<World, 'random'>, kind: keyof typeof SECRET_PREFIXES): string {
  return SECRET_PREFIXES[kind] + Buffer.from(world.random.bytes(SECRET_BYTES)).toString('base64url');
}

/** What is stored of a secret and what it is found by; it is long and random, so nothing slower is needed. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
