import { randomBytes } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#contract/problems.ts';
import { openQueue, type QueueBackend } from '#jobs/open-queue.ts';
import { findFfmpeg } from '#media/ffmpeg.ts';
import { fontFiles } from '#media/fonts.ts';
import { openPublicFetch } from '#media/public-fetch.ts';
import { openVendorFetch } from '#media/vendor-fetch.ts';
import { providers } from '#providers/all.ts';
import { readCatalogue } from '#providers/read-catalogue.ts';
import { vendorOf } from '#providers/vendor-of.ts';
import { openDatabase, type Database } from '#store/database/open-database.ts';
import { openFileStore } from '#store/files/file-store.ts';
import { sweepExpired } from '#store/sweep-expired.ts';
import { sweepMedia } from '#store/sweep-media.ts';
import { ensureLocalOwner } from '#store/users.ts';
import { AttemptLimit } from '#studio/accounts/attempt-limit.ts';
import { CredentialBook } from '#studio/accounts/credential-book.ts';
import { accountLimits } from '#studio/generation/account-limits.ts';
import { reconcileGenerations } from '#studio/generation/put-back.ts';
import { giveUpJob } from '#studio/jobs/give-up-job.ts';
import { PROXY_GROUP } from '#studio/media/start-derivations.ts';
import { newId } from '#studio/new-id.ts';
import {
  ALL_QUEUES,
  BATCH_QUEUE,
  DERIVE_QUEUE,
  EXPORT_QUEUE,
  FILM_QUEUE,
  QUEUES,
  SCENE_QUEUE,
  VENDOR_QUEUE,
} from '#studio/queues.ts';
import { tasks } from '#studio/tasks.ts';
import { purgeTrash } from '#studio/trash/purge-trash.ts';
import type { World } from '#studio/world.ts';
import type { Config } from './config.ts';
import { makeDirectory } from './make-directory.ts';
import { repeatedly } from './repeatedly.ts';
import { openSecrets } from './secrets.ts';
import { version } from './version.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const CLOSE_GRACE_MS = 8000; // `docker stop` kills after 10 s; the rest is for the database

const DISK_NEEDED_BYTES = 150e6; // a new database takes 45 MB, its log and the smallest film the rest

/** Failures of the process, not of a job: what a handler throws is a shutdown or a bug, and both deserve another try. */
const QUEUE = { retryLimit: 3, retryDelayS: 1, retryDelayMaxS: 30 } as const;

/** A world that has to be closed. */
export type OpenWorld = World & AsyncDisposable;

/** How a world is built. */
export interface WorldOptions {
  readonly log: World['log'];
  readonly providers?: World['providers'];
  /** What is left of a disk, where that is to be played. */
  readonly freeBytes?: World['freeBytes'];
  /** False: posters, proxies and the like wait in the queue for a world that has somebody to show them to. */
  readonly derives?: boolean;
}

async function freeBytesOf(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/**
 * Builds the world: database, media store, queue, engines; and starts the workers unless this process is a door only.
 *
 * @throws Problem when something it stands on is not there, saying what to do
 */
export async function openWorld(config: Config, options: WorldOptions): Promise<OpenWorld> {
  const { log } = options;
  makeDirectory(config.dataDirectory);
  const { bavail, bsize } = statfsSync(config.dataDirectory);
  if (bavail * bsize < DISK_NEEDED_BYTES) {
    throw new Problem('disk_low', { free: `${Math.floor((bavail * bsize) / 1e6)} MB`, path: config.dataDirectory });
  }
  const ffmpeg = await findFfmpeg(ffmpegChoice(config));
  const offered = await catalogueOf(config, options.providers);
  const database = await openDatabase(databaseChoice(config, log));
  try {
    const clock = { nowMs: () => Date.now() };
    const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
    const owner = await ensureLocalOwner(database.kysely, {
      userId: newId({ clock, random }, 'user'),
      workspaceId: newId({ clock, random }, 'workspace'),
    });
    const directories = await openDirectories(config);
    const files = await openFileStore(join(config.dataDirectory, 'files'), join(config.dataDirectory, 'derived'));
    if (ownsDirectory(config)) await files.sweepStaged(Number.POSITIVE_INFINITY); // uploads of a process that was killed
    const queue = await openQueue({
      backend: backendOf(database),
      queues: Object.fromEntries(
        ALL_QUEUES.map((name) => [name, name === EXPORT_QUEUE ? { ...QUEUE, crashesAllowed: 2 } : QUEUE]),
      ),
      log,
    });
    const credentials = new CredentialBook({ database, clock, log });
    const stopSweeping = repeatedly(
      HOUR_MS,
      () => sweepExpired(database.kysely),
      (error) => log({ level: 'warn', event: 'sweep_failed', error: String(error) }),
    );
    const world: World = {
      version,
      database,
      files,
      queue,
      providers: offered,
      ffmpeg,
      clock,
      random,
      secrets: openSecrets(config),
      fetchOrigins: config.fetchOrigins,
      baseUrls: config.baseUrls,
      vendorFetch: openVendorFetch(),
      publicFetch: openPublicFetch(),
      accounts: {
        registration: config.registration,
        credentials,
        attempts: new AttemptLimit(clock, { isOn: config.limitsAttempts }),
      },
      owner,
      directories,
      freeBytes: options.freeBytes ?? freeBytesOf,
      log,
    };
    let stopSweepingMedia = async (): Promise<void> => {};
    let stopPurging = async (): Promise<void> => {};
    let stopReconciling = async (): Promise<void> => {};
    if (config.role !== 'api') {
      const { [DERIVE_QUEUE]: derivation, ...others } = tasks(world);
      queue.work(options.derives === false ? others : { ...others, [DERIVE_QUEUE]: derivation }, {
        concurrency: {
          [QUEUES.vision]: 1,
          [QUEUES.llm]: 2,
          [QUEUES.image]: config.cores,
          [QUEUES.video]: config.cores,
          [EXPORT_QUEUE]: 1,
          [SCENE_QUEUE]: 16, // they only wait
          [BATCH_QUEUE]: 16, // they too
          [FILM_QUEUE]: 16, // and these
          [VENDOR_QUEUE]: 64, // and they
          [DERIVE_QUEUE]: 2,
        },
        groupLimits: async (queue) => (queue === VENDOR_QUEUE ? accountLimits(world) : { [PROXY_GROUP]: 1 }),
        onDead: (job, failure) => giveUpJob(world, job, failure),
      });
      stopReconciling = repeatedly(
        MINUTE_MS,
        () => reconcileGenerations(world),
        (error) => log({ level: 'warn', event: 'reconcile_failed', error: String(error) }),
      );
      stopPurging = repeatedly(
        HOUR_MS,
        () => purgeTrash(world),
        (error) => log({ level: 'warn', event: 'purge_failed', error: String(error) }),
      );
      stopSweepingMedia = repeatedly(
        HOUR_MS,
        () => sweepMedia(database, files),
        (error) => log({ level: 'warn', event: 'sweep_failed', error: String(error) }),
      );
    }
    const close = async (): Promise<void> => {
      await stopReconciling();
      await queue.close({ graceMs: CLOSE_GRACE_MS });
      await stopSweeping();
      await stopPurging();
      await stopSweepingMedia();
      await credentials[Symbol.asyncDispose]();
      await database.close();
    };
    return { ...world, [Symbol.asyncDispose]: close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What `doctor` asks of a machine without building a world on it. */
export function examineMachine(config: Config): {
  readonly findFfmpeg: () => ReturnType<typeof findFfmpeg>;
  readonly fontPaths: readonly string[];
  readonly askDatabase: () => Promise<string>;
  readonly countModels: () => Promise<{ readonly models: number; readonly vendors: readonly string[] }>;
} {
  return {
    countModels: async () => {
      const offered = await catalogueOf(config);
      return { models: offered.flatMap(({ models }) => models).length, vendors: [...new Set(offered.map(vendorOf))] };
    },
    findFfmpeg: () => findFfmpeg(ffmpegChoice(config)),
    fontPaths: fontFiles.map((font) => font.path),
    askDatabase: async () => {
      const database = await openDatabase(databaseChoice(config, () => {}));
      await database.close();
      return database.engine === 'embedded' ? 'embedded PGlite, syncs to disk' : 'PostgreSQL server, answers';
    },
  };
}

/** Every provider there is, with what the operator's file adds to their models. */
function catalogueOf(config: Config, among = providers): ReturnType<typeof readCatalogue> {
  const path = config.cataloguePath ?? join(config.dataDirectory, 'catalogue.json');
  return readCatalogue(among, path, { isNamed: config.cataloguePath !== null });
}

function ffmpegChoice(config: Config): Parameters<typeof findFfmpeg>[0] {
  return { searchPath: config.searchPath, ...(config.ffmpegPath === null ? {} : { explicit: config.ffmpegPath }) };
}

function databaseChoice(config: Config, log: World['log']): Parameters<typeof openDatabase>[0] {
  return { directory: config.dataDirectory, log, ...(config.databaseUrl === null ? {} : { url: config.databaseUrl }) };
}

function backendOf(database: Database): QueueBackend {
  if (database.pglite) return { engine: 'embedded', pglite: database.pglite };
  if (database.connectionString) return { engine: 'server', connectionString: database.connectionString };
  throw new Error('a database is embedded or has a connection string');
}

/** One process owns an embedded data directory, so what it finds half done there at its start is of one that is dead. */
const ownsDirectory = (config: Config): boolean => config.databaseUrl === null;

async function openDirectories(config: Config): Promise<World['directories']> {
  const directories = {
    scratch: join(config.dataDirectory, 'scratch'),
    segments: join(config.dataDirectory, 'segments'),
  };
  if (ownsDirectory(config)) await rm(directories.scratch, { recursive: true, force: true });
  for (const directory of Object.values(directories)) await mkdir(directory, { recursive: true });
  return directories;
}
