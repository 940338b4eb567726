import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Shared by all test files of one run; what is made there once (a PostgreSQL, an empty database) is for all of them. */
    runDirectory: string;
  }
}

const PREFIX = 'scenewright-test-';

/** Vitest's global setup: gives the run a directory and clears it away, with the PostgreSQL that may run in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearDeadRuns();
  const runDirectory = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  project.provide('runDirectory', runDirectory);
  return () => clearRun(runDirectory);
}

/** A run that was killed could not clear up after itself. */
async function clearDeadRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) await clearRun(join(tmpdir(), name));
  }
}

async function clearRun(runDirectory: string): Promise<void> {
  const pidFile = await readFile(join(runDirectory, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(pidFile.split('\n')[0]);
  if (pid > 1) await stopPostgres(pid);
  await rm(runDirectory, { recursive: true, force: true, maxRetries: 5 });
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
