import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
