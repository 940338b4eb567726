import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What was made of files, kept by the hash of the file it was made of; all of it can be made again. */
export interface DerivedFiles {
  /** Where it is, or would be. */
  pathOf(sha256: string, name: string): string;
  /** Its size, or null where it is not there. */
  sizeOf(sha256: string, name: string): Promise<number | null>;
  /** Its text, or null where it is not there; for small ones. */
  textOf(sha256: string, name: string): Promise<string | null>;
  /** Moves a finished file of the same disk in, at once or not at all. */
  place(sha256: string, name: string, fromPath: string): Promise<void>;
  /** Removes everything that was made of a file. */
  remove(sha256: string): Promise<void>;
  /** Every file that something was made of, in no order. */
  list(): AsyncIterable<{ readonly sha256: string; readonly changedAtMs: number }>;
}

const SHA256 = /^[0-9a-f]{64}$/;
const NAME = /^[a-z]+-\d+\.[a-z0-9]+$/;

/** Opens derived files in a directory: a folder for each source. Nothing is synced: what a power cut takes is made again. */
export async function openDerivedFiles(directory: string): Promise<DerivedFiles> {
  await mkdir(directory, { recursive: true });
  const folderOf = (sha256: string): string => {
    if (!SHA256.test(sha256)) throw new TypeError(`not a sha-256: ${JSON.stringify(sha256)}`);
    return join(directory, sha256);
  };
  const pathOf = (sha256: string, name: string): string => {
    if (!NAME.test(name)) throw new TypeError(`not the name of a derived file: ${JSON.stringify(name)}`);
    return join(folderOf(sha256), name);
  };
  return {
    pathOf,
    sizeOf: async (sha256, name) => (await stat(pathOf(sha256, name)).catch(() => null))?.size ?? null,
    textOf: (sha256, name) => readFile(pathOf(sha256, name), 'utf8').catch(() => null),
    place: async (sha256, name, fromPath) => {
      const path = pathOf(sha256, name);
      await mkdir(dirname(path), { recursive: true });
      await rename(fromPath, path);
    },
    remove: (sha256) => rm(folderOf(sha256), { recursive: true, force: true }),
    list: async function* () {
      for (const sha256 of await readdir(directory)) {
        if (!SHA256.test(sha256)) continue;
        const facts = await stat(join(directory, sha256)).catch(() => null);
        if (facts !== null) yield { sha256, changedAtMs: facts.ctimeMs };
      }
    },
  };
}
