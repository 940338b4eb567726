import { keptSecret } from './kept-secret.ts';

/**
 * The local owner's credential: a token in a 0600 file of the data directory. Whoever can read that directory owns
 * everything in it already, so the file gives nothing away.
 */
export function localToken(dataDirectory: string, random: (count: number) => Uint8Array): string {
  return keptSecret(dataDirectory, 'local-token', () => `swl_${Buffer.from(random(32)).toString('base64url')}`);
}
