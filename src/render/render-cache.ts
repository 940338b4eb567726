import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** Finished pieces of films, by the hash of everything that went into them. Several processes may share the directory. */
export interface RenderCache {
  /** Where a piece lies; null where it has to be made. Finding it makes it the newest. */
  readonly find: (name: string) => Promise<string | null>;
  /** Takes a finished file in; it is there as a whole or not at all. */
  readonly keep: (name: string, fromPath: string) => Promise<string>;
  /** Removes the pieces that were not asked for the longest, of all directories, until the rest fits; never one this cache gave out. */
  readonly prune: (maxBytes: number) => Promise<void>;
  /** Of the pieces in this directory whose names end so, keeps those that were asked for last, and what this cache gave out. */
  readonly keepLast: (ending: string, count: number) => Promise<void>;
}

/**
 * Opens a directory of pieces, making it where it is not there.
 *
 * @param within a directory around it and others like it, which are kept below a size together; itself when not given
 */
export async function openRenderCache(directory: string, within = directory): Promise<RenderCache> {
  await mkdir(directory, { recursive: true });
  const given = new Set<string>();
  const find = async (name: string): Promise<string | null> => {
    const path = join(directory, name);
    const now = new Date();
    try {
      await utimes(path, now, now);
      if ((await stat(path)).size === 0) return null; // its name was written before a power cut, its bytes were not
    } catch {
      return null;
    }
    given.add(path);
    return path;
  };
  const keep = async (name: string, fromPath: string): Promise<string> => {
    const path = join(directory, name);
    given.add(path);
    try {
      await rename(fromPath, path);
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EXDEV') throw failure;
      const partial = `${path}.${randomUUID()}.tmp`; // the scratch directory lies on another disk
      await copyFile(fromPath, partial);
      await rename(partial, path);
      await rm(fromPath);
    }
    return path;
  };
  const prune = async (maxBytes: number): Promise<void> => {
    const entries = await readdir(within, { recursive: true, withFileTypes: true }).catch((failure: unknown) => {
      if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return []; // one of its directories went meanwhile
      throw failure;
    });
    const files = entries.filter((entry) => entry.isFile());
    const pieces = await oldestFirst(files.map(({ parentPath, name }) => join(parentPath, name)));
    let total = pieces.reduce((sum, piece) => sum + piece.sizeBytes, 0);
    for (const { path, sizeBytes } of pieces) {
      if (total <= maxBytes) return;
      if (given.has(path)) continue;
      await rm(path, { force: true });
      total -= sizeBytes;
    }
  };
  const keepLast = async (ending: string, count: number): Promise<void> => {
    const names = (await readdir(directory)).filter((name) => name.endsWith(ending));
    const pieces = await oldestFirst(names.map((name) => join(directory, name)));
    for (const { path } of pieces.slice(0, Math.max(0, pieces.length - count))) {
      if (!given.has(path)) await rm(path, { force: true });
    }
  };
  return { find, keep, prune, keepLast };
}

async function oldestFirst(paths: readonly string[]) {
  const pieces = await Promise.all(
    paths.map(async (path) => {
      const facts = await stat(path).catch(() => null);
      return { path, sizeBytes: facts?.size ?? 0, usedMs: facts?.mtimeMs ?? 0 };
    }),
  );
  return pieces.toSorted((a, b) => a.usedMs - b.usedMs);
}
