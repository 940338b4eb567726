import { PGlite } from '@electric-sql/pglite';
import { existsSync, readFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import { lockDirectory } from './directory-lock.ts';
import { DurableFileSystem } from './durable-file-system.ts';
import { networkMountOf } from './network-mount.ts';
import { syncPath, syncTree } from './sync-tree.ts';

/** A PGlite that owns its data directory until `close`. */
export interface EmbeddedDatabase {
  readonly pglite: PGlite;
  close(): Promise<void>;
}

const POSTGRES_MAJOR = 18; // of the pinned PGlite; its files can't be read by another major version

/** How PostgreSQL is told to sync; `-F` in PGlite's own list turns it off. */
const SYNCING = ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'];

/**
 * Opens, or makes, the PostgreSQL inside the process, under `<directory>/pg`, and proves that it syncs to disk.
 *
 * @param fileSystem for tests, to plant one that does not sync
 * @throws Problem `data_directory_busy`, `database_not_durable`, `database_newer`
 */
export async function openEmbedded(options: {
  readonly directory: string;
  readonly log: (line: Record<string, unknown>) => void;
  readonly fileSystem?: (path: string) => DurableFileSystem;
}): Promise<EmbeddedDatabase> {
  const { directory, log } = options;
  const lock = lockDirectory(directory);
  try {
    const mount = networkMountOf(directory);
    if (mount !== null) {
      log({ level: 'warn', event: 'data_on_network_mount', type: mount, advice: 'use a local disk, or DATABASE_URL' });
    }
    const makeFileSystem = options.fileSystem ?? ((path: string) => new DurableFileSystem(path));
    const path = join(directory, 'pg');
    if (existsSync(path)) refuseOtherMajor(path);
    else await initialise(path, makeFileSystem);

    await removeStaleLockFile(path);
    const fileSystem = makeFileSystem(path);
    const pglite = await start(fileSystem);
    try {
      await proveDurable(pglite, fileSystem);
    } catch (error) {
      await pglite.close();
      throw error;
    }
    return {
      pglite,
      close: async () => {
        await pglite.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * PostgreSQL's own lock file says nothing here (its pid is always -42), but where a kill came between making it and
 * writing it, the empty file would keep the database shut for ever. The kernel lock has told that nobody else is there.
 */
function removeStaleLockFile(path: string): Promise<void> {
  return rm(join(path, 'postmaster.pid'), { force: true });
}

function start(fileSystem: DurableFileSystem): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), ...SYNCING];
  return PGlite.create({ fs: fileSystem, startParams });
}

/** Makes the files beside their place and moves them there whole: a kill halfway through leaves nothing that counts. */
async function initialise(path: string, makeFileSystem: (path: string) => DurableFileSystem): Promise<void> {
  const making = `${path}.init`;
  await rm(making, { recursive: true, force: true });
  const pglite = await start(makeFileSystem(making));
  await pglite.close();
  await syncTree(making); // most of what initdb wrote is not synced: it counts on doing that itself, at its end
  await rename(making, path);
  await syncPath(dirname(path));
}

async function proveDurable(pglite: PGlite, fileSystem: DurableFileSystem): Promise<void> {
  const before = fileSystem.syncCount;
  await pglite.exec(`
    create table if not exists durability_check (checked_at timestamptz not null);
    delete from durability_check;
    insert into durability_check values (now());
  `);
  if (fileSystem.syncCount === before) throw new Problem('database_not_durable');
}

function refuseOtherMajor(path: string): void {
  const found = Number(readFileSync(join(path, 'PG_VERSION'), 'utf8').trim());
  if (found > POSTGRES_MAJOR) throw new Problem('database_newer', { found: `PostgreSQL ${found}` });
  if (found < POSTGRES_MAJOR) {
    const reason = `The database in ${path} is of PostgreSQL ${found}; this version has ${POSTGRES_MAJOR}: export it with the version that made it`;
    throw new Problem('bad_configuration', { reason });
  }
}
