import { ProviderError } from '#providers/provider.ts';
import type { World } from '../world.ts';

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

/** 0 to 1, from the world's own randomness. */
export function randomShare(world: Pick<World, 'random'>): number {
  return Buffer.from(world.random.bytes(4)).readUInt32BE() / 2 ** 32;
}

/**
 * Milliseconds until something is tried again that failed so many times in a row: what the vendor asks for, else twice as
 * long each time; never less, and up to half more, so that many don't come back at once.
 */
export function backOffMs(world: Pick<World, 'random'>, error: unknown, failures: number): number {
  const asked = error instanceof ProviderError ? error.facts.retryAfterMs : undefined;
  const ms = asked ?? Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(ms * (1 + randomShare(world) / 2));
}
