import { spawn } from 'node:child_process';
import { readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourcesHash } from './sources-hash.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const WEB_ROOT = join(root, 'dist/web');

/** The file of a build that says which sources it was made from. */
export const BUILT_FROM = 'built-from.json';

type Log = (line: Readonly<Record<string, unknown>>) => void;

/**
 * Where the built web app lies; it is built first where it is not, or not from the sources that are here.
 *
 * null: it could not be built, and the log says why; the API is served all the same. A build that is there stays in place
 * until the new one is whole.
 */
export async function builtWebApp(log: Log): Promise<string | null> {
  const built = await builtFrom();
  if (built === sourcesHash()) return WEB_ROOT;
  const vite = viteProgram();
  if (vite === null) {
    if (built === null) log({ level: 'warn', event: 'web_not_built', advice: 'Run npm ci and npm run build.' });
    return built === null ? null : WEB_ROOT; // an image has the built app and no builder
  }
  log({ level: 'info', event: 'web_build' });
  const half = `${WEB_ROOT}.${process.pid}`;
  const said = await run(vite, ['build', '--configLoader', 'native', '--outDir', half, '--logLevel', 'error']);
  if (said !== null) {
    await rm(half, { recursive: true, force: true });
    log({ level: 'error', event: 'web_not_built', reason: said });
    return built === null ? null : WEB_ROOT;
  }
  const old = `${half}.old`;
  await rename(WEB_ROOT, old).catch(() => {});
  await rename(half, WEB_ROOT);
  await rm(old, { recursive: true, force: true });
  return WEB_ROOT;
}

async function builtFrom(): Promise<string | null> {
  try {
    const { hash } = JSON.parse(await readFile(join(WEB_ROOT, BUILT_FROM), 'utf8')) as { hash: string };
    return hash;
  } catch {
    return null;
  }
}

function viteProgram(): string | null {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin/vite.js');
  } catch {
    return null;
  }
}

/** Runs a program of Node's; what it said where it failed, else null. */
function run(program: string, given: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...given], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? null : said.trim().slice(-4000) || `it ended with ${code}`));
  });
}
