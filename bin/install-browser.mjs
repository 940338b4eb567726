#!/usr/bin/env node
// Finds the Chromium that the browser tests need, and on Debian and its kin installs it where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const { CHROMIUM_PATH, PATH = '' } = process.env;
const known = PATH.split(delimiter).flatMap((at) => names.map((name) => join(at, name)));
const found = [CHROMIUM_PATH, ...known].find((path) => path && existsSync(path));

const apt = (...given) =>
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', ...given], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

if (found) {
  process.stdout.write(`${found}\n`);
} else if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  process.stderr.write('There is no Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.\n');
  process.exitCode = 1;
} else if (!apt('update', '-qq') || !apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')) {
  process.stderr.write('Chromium could not be installed.\n');
  process.exitCode = 1;
}
