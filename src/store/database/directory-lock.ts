import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Problem } from '#contract/problems.ts';

/** Held until `release`, or until the process dies, however it dies. */
export interface DirectoryLock {
  release(): void;
}

/**
 * Takes a data directory for this process alone.
 *
 * It is a lock of the kernel (SQLite's exclusive one on `owner.lock`), so no stale pid file can block a start, and no
 * reused pid can pass for the owner. The pid beside it, in `owner.pid`, is only there to be named in the message.
 *
 * @throws Problem `data_directory_busy`
 */
export function lockDirectory(directory: string): DirectoryLock {
  mkdirSync(directory, { recursive: true });
  const pidPath = join(directory, 'owner.pid');
  const lock = new DatabaseSync(join(directory, 'owner.lock'), { timeout: 0 });
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive; commit');
  } catch (error) {
    lock.close();
    if (!isLockedBySomeone(error)) throw error;
    throw new Problem('data_directory_busy', { path: directory, owner: ownerOf(pidPath) }, { cause: error });
  }
  writeFileSync(pidPath, String(process.pid));
  return {
    release: () => {
      rmSync(pidPath, { force: true });
      lock.close();
    },
  };
}

const SQLITE_BUSY = 5; // https://sqlite.org/rescode.html#busy

function isLockedBySomeone(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function ownerOf(pidPath: string): string {
  try {
    const pid = readFileSync(pidPath, 'utf8').trim();
    return /^\d+$/.test(pid) ? ` (process ${pid})` : '';
  } catch {
    return ''; // the other one is between its lock and its pid file
  }
}
