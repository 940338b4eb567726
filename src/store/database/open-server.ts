import { PostgresDialect } from 'kysely';
import { Client, Pool, types } from 'pg';

/** A PostgreSQL server: connections for statements, and one more for what it notifies of. */
export interface ServerDatabase {
  readonly dialect: PostgresDialect;
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const MAX_CONNECTIONS = 10; // a server's default is 100 for all of its clients; the queue has four more
const RECONNECT_AFTER_MS = 1000;
const INT8 = 20; // https://www.postgresql.org/docs/current/catalog-pg-type.html: bigint's oid

/**
 * Connects to a PostgreSQL server.
 *
 * bigint comes back as a number, as from the embedded engine: ours are micro-dollars, bytes and counters.
 */
export function openServer(options: {
  readonly url: string;
  readonly log: (line: Record<string, unknown>) => void;
}): ServerDatabase {
  const { url, log } = options;
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    application_name: 'scenewright',
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : types.getTypeParser(oid, format as 'text')) },
  });
  pool.on('error', (error) => log({ level: 'warn', event: 'database_connection_lost', reason: error.message }));
  const listener = new Listener(url, log);
  return {
    dialect: new PostgresDialect({ pool }),
    listen: (channel, onPayload) => listener.add(channel, onPayload),
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
}

/** One connection for all channels, made on first use and again whenever it is lost. */
class Listener {
  readonly #url: string;
  readonly #log: (line: Record<string, unknown>) => void;
  readonly #channels = new Map<string, Set<(payload: string) => void>>();
  #client: Promise<Client> | null = null;
  #closed = false;

  constructor(url: string, log: (line: Record<string, unknown>) => void) {
    this.#url = url;
    this.#log = log;
  }

  async add(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>> {
    const callbacks = this.#channels.get(channel) ?? new Set();
    this.#channels.set(channel, callbacks.add(onPayload));
    this.#client ??= this.#connect();
    const client = await this.#client.catch((error: unknown) => {
      this.#client = null; // the next who asks tries again
      throw error;
    });
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    return async () => {
      callbacks.delete(onPayload);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = await this.#client?.catch(() => null);
    await client?.end();
  }

  async #connect(): Promise<Client> {
    const client = new Client({ connectionString: this.#url, application_name: 'scenewright listener' });
    client.on('notification', ({ channel, payload }) => {
      for (const callback of this.#channels.get(channel) ?? []) callback(payload ?? '');
    });
    client.on('error', (error) => this.#log({ level: 'warn', event: 'listener_lost', reason: error.message }));
    client.on('end', () => this.#reconnect());
    await client.connect();
    for (const channel of this.#channels.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    return client;
  }

  #wakeEveryone(): void {
    for (const callbacks of this.#channels.values()) for (const callback of callbacks) callback('');
  }

  #reconnect(): void {
    if (this.#closed) return;
    setTimeout(() => {
      if (this.#closed) return;
      this.#client = this.#connect();
      this.#client.then(
        () => this.#wakeEveryone(),
        () => this.#reconnect(),
      );
    }, RECONNECT_AFTER_MS).unref();
  }
}
