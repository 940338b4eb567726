import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The Chromium of this machine: CHROMIUM_PATH, else on the PATH.
 *
 * @throws Error that says how to get one; `npm run browser` installs it on Debian
 */
export function chromiumPath(): string {
  const { CHROMIUM_PATH, PATH = '' } = process.env;
  const known = CHROMIUM_PATH
    ? [CHROMIUM_PATH]
    : PATH.split(delimiter).flatMap((at) => NAMES.map((name) => join(at, name)));
  const found = known.find((path) => existsSync(path));
  if (found) return found;
  throw new Error('The browser tests need Chromium: run `npm run browser` (Debian, Ubuntu), or set CHROMIUM_PATH.');
}
