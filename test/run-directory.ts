import { execFile } from 'node:child_process';
import { access, constants, mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Shared by all test files of one run; what is made there once (a PostgreSQL, an empty database) is for all of them. */
    runDirectory: string;
  }
}

const run = promisify(execFile);
const PREFIX = 'scenewright-test-';
const ROOM_BYTES = 8e9; // what a whole run leaves lying about, with much to spare

/**
 * Where runs have their directories: in memory where there is room, because a database syncs each commit to disk, which
 * is half of what the suite would wait for.
 */
export async function placeOfRuns(): Promise<string> {
  const memory = '/dev/shm';
  try {
    await access(memory, constants.W_OK);
    const { bavail, bsize } = await statfs(memory);
    return process.env['TMPDIR'] === undefined && bavail * bsize > ROOM_BYTES ? memory : tmpdir();
  } catch {
    return tmpdir(); // no Linux
  }
}

/** Vitest's global setup: gives the run a directory and clears it away, with the PostgreSQL that may run in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // What children make of the sources is kept for the next one, as the command line does: half of what a start costs.
  process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'node-compile-cache');
  const place = await placeOfRuns();
  await clearDeadRuns(place);
  const runDirectory = await mkdtemp(join(place, `${PREFIX}${process.pid}-`));
  project.provide('runDirectory', runDirectory);
  return () => clearRun(runDirectory);
}

/** A run that was killed could not clear up after itself. */
async function clearDeadRuns(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await clearRun(join(place, name)).catch(() => undefined); // it may be another user's
  }
}

async function clearRun(runDirectory: string): Promise<void> {
  const data = join(runDirectory, 'postgres', 'data');
  const pidFile = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(pidFile.split('\n')[0]);
  // After a restart of the machine the number may be somebody else's.
  if (pid > 1 && (await commandOf(pid)).includes(data)) await stopPostgres(pid);
  await rm(runDirectory, { recursive: true, force: true, maxRetries: 5 });
}

async function commandOf(pid: number): Promise<string> {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (fromProc !== null) return fromProc;
  return run('ps', ['-o', 'args=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

async function stopPostgres(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGQUIT'); // immediate shutdown: nothing of a test database is worth a checkpoint
  for (let waited = 0; waited < 50 && isAlive(pid); waited++) await new Promise((done) => setTimeout(done, 100));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
