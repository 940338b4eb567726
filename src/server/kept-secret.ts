import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A secret in a 0600 file of the data directory, made where there is none yet. */
export function keptSecret(dataDirectory: string, name: string, make: () => string): string {
  const path = join(dataDirectory, name);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const secret = make();
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}
