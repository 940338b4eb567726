import type { PGlite } from '@electric-sql/pglite';
import { PGliteDialect, type Kysely, type Transaction } from 'kysely';
import { migrations } from '../migrations/all.ts';
import { backUp } from './backup.ts';
import { guardedKysely } from './guarded-kysely.ts';
import { guardedPglite } from './guarded-pglite.ts';
import { migrate } from './migrate.ts';
import { openEmbedded } from './open-embedded.ts';
import { openServer } from './open-server.ts';
import { rememberedReads, type Remember } from './remembered-reads.ts';
import type { Tables } from './tables.ts';
import { TransactionGuard } from './transaction-guard.ts';

/** What the functions of this room take first: the database itself, or a transaction on it. */
export type Db = Kysely<Tables> | Transaction<Tables>;

/** The open database; the same whether it runs inside the process or on a server. */
export interface Database {
  /** Throws when used inside a transaction: hand the transaction down. */
  readonly kysely: Kysely<Tables>;
  readonly engine: 'embedded' | 'server';
  /** The embedded engine, for the queue; throws inside a transaction as well. */
  readonly pglite?: PGlite;
  readonly connectionString?: string;
  /** Runs work in one transaction; rolled back when it throws. A transaction inside a transaction is refused. */
  transaction<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /**
   * Calls back for each notification that is committed, until the returned function is called.
   *
   * After a lost connection it calls back once with an empty payload: something may have been missed.
   */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  /** A read that is remembered until anything is written, where that can be known; elsewhere it is made each time. */
  readonly remember: Remember;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** The data directory; the embedded database is in `pg/` of it. */
  readonly directory: string;
  /** A PostgreSQL to use instead. */
  readonly url?: string;
  readonly log: (line: Record<string, unknown>) => void;
}

/**
 * Opens the database and brings its tables up to date.
 *
 * @throws Problem `data_directory_busy`, `database_not_durable`, `database_newer`
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const database = options.url === undefined ? await embedded(options) : await server(options, options.url);
  try {
    const ran = await migrate(database.kysely, migrations, async (pending) => {
      if (database.pglite === undefined) return;
      const path = await backUp(database.pglite, options.directory, `before-${pending[0]}`);
      options.log({ level: 'info', event: 'database_backed_up', path });
    });
    if (ran.length > 0) options.log({ level: 'info', event: 'database_migrated', migrations: ran });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function embedded(options: OpenDatabaseOptions): Promise<Database> {
  const guard = new TransactionGuard();
  const opened = await openEmbedded(options);
  const { inner, outer, writes } = guardedPglite(opened.pglite, guard);
  const kysely = await guardedKysely({ dialect: new PGliteDialect({ pglite: inner }), guard, oneConnection: true });
  return {
    kysely,
    engine: 'embedded',
    pglite: outer,
    transaction: (work) => kysely.transaction().execute(work),
    listen: (channel, onPayload) => outer.listen(channel, onPayload),
    remember: rememberedReads(writes),
    close: () => opened.close(),
  };
}

async function server(options: OpenDatabaseOptions, url: string): Promise<Database> {
  const guard = new TransactionGuard();
  const opened = openServer({ url, log: options.log });
  const kysely = await guardedKysely({ dialect: opened.dialect, guard, oneConnection: false });
  return {
    kysely,
    engine: 'server',
    connectionString: url,
    transaction: (work) => kysely.transaction().execute(work),
    listen: (channel, onPayload) => opened.listen(channel, (payload) => guard.outside(() => onPayload(payload))),
    remember: (_, read) => read(), // other machines write too
    close: () => opened.close(),
  };
}
