import { Client } from 'pg';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, inject } from 'vitest';
import { openQueue } from '#jobs/open-queue.ts';
import { openDatabase, type Database } from '#store/database/open-database.ts';
import { ALL_QUEUES } from '#studio/queues.ts';
import { postgresServer } from './postgres-server.ts';

/** Where an empty, migrated database is: what `openDatabase` takes, also in a child process. */
export interface Place {
  readonly directory: string;
  readonly url?: string;
}

/** Opens a database of this test file's own; closed when the file ends, if it was not before. */
export type OpenOnEngine = (place?: Place) => Promise<Database>;

/** The long runs: asked for, or in a build. */
export const isDeep = process.env['CI'] === 'true' || process.env['SCENEWRIGHT_TEST_TIER'] === 'deep';

const run = promisify(execFile);
const runDirectory = inject('runDirectory');
const silent = (): void => undefined;

/**
 * Runs a suite on the embedded PGlite and, in the deep tier and in builds, on a real PostgreSQL server.
 *
 * `open()` gives a new, empty, migrated database; `open(place)` opens the same one again. Without a server its half is
 * skipped and says why, but on a build machine (`CI=true`) that is a failure.
 */
export function describeOnEachEngine(
  name: string,
  suite: (open: OpenOnEngine, newPlace: () => Promise<Place>) => void,
): void {
  describe(`${name}, embedded`, () => suite(...opener(newEmbeddedPlace)));
  if (!isDeep) return;
  const title = 'url' in server ? `${name}, on a server` : `${name}, on a server (skipped: ${server.reason})`;
  describe.skipIf('reason' in server)(title, () => suite(...opener(newServerPlace)));
}

const server = isDeep ? await postgresServer(runDirectory) : { reason: 'it is for the deep tier' };
if ('reason' in server && process.env['CI'] === 'true')
  throw new Error(`No PostgreSQL for the tests: ${server.reason}`);

function opener(newPlace: () => Promise<Place>): [OpenOnEngine, () => Promise<Place>] {
  const opened = new Set<Database>();
  afterAll(async () => {
    for (const database of opened) await database.close();
  });
  const open: OpenOnEngine = async (place) => {
    const database = await openDatabase({ ...(place ?? (await newPlace())), log: silent });
    opened.add(database);
    return {
      ...database,
      close: async () => {
        if (opened.delete(database)) await database.close();
      },
    };
  };
  return [open, newPlace];
}

/** A data directory with an empty, migrated embedded database that knows the queues; copied, because making one takes seconds. */
export async function newEmbeddedPlace(): Promise<Place> {
  const template = await embeddedTemplate();
  const directory = await mkdtemp(join(runDirectory, 'data-'));
  // By the system's own cp: a thousand small files take Node a third of a second.
  await run('cp', ['-R', join(template, 'pg'), directory]);
  return { directory };
}

let template: Promise<string> | undefined;

/** Made by the first test file that asks; the others wait for it. */
function embeddedTemplate(): Promise<string> {
  template ??= (async () => {
    const path = join(runDirectory, 'template');
    const made = join(path, 'made');
    const isFirst = await mkdir(path).then(
      () => true,
      () => false,
    );
    if (isFirst) {
      const database = await openDatabase({ directory: path, log: silent });
      if (database.pglite) {
        const queues = Object.fromEntries(ALL_QUEUES.map((name) => [name, { retryLimit: 0, retryDelayS: 1 }]));
        const queue = await openQueue({
          backend: { engine: 'embedded', pglite: database.pglite },
          queues,
          log: silent,
        });
        await queue.close({ graceMs: 0 });
      }
      await database.close();
      await writeFile(made, '');
    }
    for (let waited = 0; waited < 2800; waited++) {
      if (
        await access(made).then(
          () => true,
          () => false,
        )
      )
        return path;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error('no empty database was made in time');
  })();
  return template;
}

async function newServerPlace(): Promise<Place> {
  if (!('url' in server)) throw new Error(server.reason);
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const directory = await mkdtemp(join(runDirectory, 'data-'));
  return { directory, url: server.url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`) };
}
