import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const AT_ONCE = 8; // the kernel gathers syncs that are under way together

/** Syncs a directory and everything in it to disk. */
export async function syncTree(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = [directory, ...entries.map((entry) => join(entry.parentPath, entry.name))].values();
  const syncSome = async (): Promise<void> => {
    for (const path of paths) await syncPath(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, syncSome));
}

/** Syncs one file or directory to disk. */
export async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
