import { z } from 'zod';

/** Keys that a client may send back as it read them, and that only the server writes. */
export function ignored<const Key extends string>(keys: readonly Key[]) {
  const written = z.unknown().optional().describe('Written by the server; ignored here.');
  return Object.fromEntries(keys.map((key) => [key, written])) as Record<Key, typeof written>;
}
