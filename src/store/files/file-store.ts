import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import { openDerivedFiles, type DerivedFiles } from './derived-files.ts';

/**
 * Where bytes come from. `path` is moved into the store (copied from another disk), `copyOf` is left where it is,
 * `staged` is in the store's incoming folder and hashed already.
 */
export type FileSource =
  | { readonly stream: AsyncIterable<Uint8Array> }
  | { readonly staged: StagedFile }
  | { readonly path: string }
  | { readonly copyOf: string };

/** Bytes on the store's disk and synced, but not yet under their name. */
interface StagedFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly path: string;
  /** Where it was moved from, to go back to when it is discarded. */
  readonly movedFrom?: string;
}

/** Files by the hash of what is in them. */
export interface FileStore {
  /** Brings bytes in and hashes them on the way. @throws Problem `too_large` past `maxBytes` */
  stage(source: FileSource, options?: { readonly maxBytes?: number }): Promise<StagedFile>;
  /** Gives a staged file its name, at once or not at all; the same bytes may be there already. */
  place(staged: StagedFile): Promise<string>;
  discard(staged: StagedFile): Promise<void>;
  /** Where a file of this hash is, or would be. */
  pathOf(sha256: string): string;
  has(sha256: string): Promise<boolean>;
  /** Removes a file with everything that was made of it. */
  remove(sha256: string): Promise<void>;
  /** What was made of files. */
  readonly derived: DerivedFiles;
  /** Every file there is, in no order. */
  list(): AsyncIterable<{ readonly sha256: string; readonly changedAtMs: number }>;
  /** Removes what a crash left half brought in before that moment (Unix ms). @returns how many */
  sweepStaged(beforeMs: number): Promise<number>;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** Opens the store in a directory: `ab/cdef…` for the files, `incoming/` for what is on its way. */
export async function openFileStore(
  directory: string,
  derivedDirectory = join(directory, 'derived'),
): Promise<FileStore> {
  const derived = await openDerivedFiles(derivedDirectory);
  const incoming = join(directory, 'incoming');
  await mkdir(incoming, { recursive: true });
  const device = (await stat(incoming)).dev;

  const pathOf = (sha256: string): string => {
    if (!SHA256.test(sha256)) throw new TypeError(`not a sha-256: ${JSON.stringify(sha256)}`);
    return join(directory, sha256.slice(0, 2), sha256.slice(2));
  };

  return {
    pathOf,
    stage: async (source, options = {}) => {
      const maxBytes = options.maxBytes ?? Number.POSITIVE_INFINITY;
      if ('staged' in source) {
        refuseTooLarge(source.staged.sizeBytes, maxBytes);
        return source.staged;
      }
      const path = join(incoming, randomUUID());
      const isMove = 'path' in source && (await stat(source.path)).dev === device;
      const staged = { path, ...(isMove ? { movedFrom: source.path } : {}) };
      try {
        if ('stream' in source) return { ...staged, ...(await writeHashed(path, source.stream, maxBytes)) };
        if (isMove) await rename(source.path, path);
        else await copyFile('path' in source ? source.path : source.copyOf, path);
        return { ...staged, ...(await hashAndSync(path, maxBytes)) };
      } catch (error) {
        await discard(staged);
        throw error;
      }
    },
    place: async ({ sha256, path }) => {
      const placed = pathOf(sha256);
      const folder = dirname(placed);
      if ((await mkdir(folder, { recursive: true })) !== undefined) await syncDirectory(directory);
      await rename(path, placed);
      await syncDirectory(folder);
      return placed;
    },
    discard,
    has: (sha256) => exists(pathOf(sha256)),
    remove: async (sha256) => {
      await rm(pathOf(sha256), { force: true });
      await derived.remove(sha256);
    },
    derived,
    list: async function* () {
      for (const folder of await readdir(directory)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const name of await readdir(join(directory, folder))) {
          const sha256 = folder + name;
          if (!SHA256.test(sha256)) continue;
          const facts = await stat(join(directory, folder, name)).catch(() => null);
          if (facts !== null) yield { sha256, changedAtMs: facts.ctimeMs };
        }
      }
    },
    sweepStaged: async (beforeMs) => {
      let swept = 0;
      for (const name of await readdir(incoming)) {
        const path = join(incoming, basename(name));
        const facts = await stat(path).catch(() => null);
        if (facts === null || facts.ctimeMs >= beforeMs) continue; // ctime: a moved file keeps its old mtime
        await rm(path, { force: true });
        swept += 1;
      }
      return swept;
    },
  };
}

async function discard(staged: Pick<StagedFile, 'path' | 'movedFrom'>): Promise<void> {
  if (staged.movedFrom === undefined) await rm(staged.path, { force: true });
  else if (await exists(staged.path)) await rename(staged.path, staged.movedFrom);
}

async function writeHashed(path: string, stream: AsyncIterable<Uint8Array>, maxBytes: number) {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await open(path, 'wx');
  try {
    for await (const chunk of stream) {
      sizeBytes += chunk.byteLength;
      refuseTooLarge(sizeBytes, maxBytes);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

async function hashAndSync(path: string, maxBytes: number) {
  const { size } = await stat(path);
  refuseTooLarge(size, maxBytes);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes: size };
}

function refuseTooLarge(sizeBytes: number, maxBytes: number): void {
  if (sizeBytes > maxBytes) throw new Problem('too_large', { what: 'The file', limit: `${maxBytes} bytes` });
}

/** A rename is only safe from a power cut when the directory is synced too. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
