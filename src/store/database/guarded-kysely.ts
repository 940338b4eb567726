import { DefaultQueryExecutor, Kysely, type ConnectionProvider, type DatabaseConnection, type Dialect } from 'kysely';
import { fifoLock } from './fifo-lock.ts';
import type { Tables } from './tables.ts';
import type { TransactionGuard } from './transaction-guard.ts';

/**
 * Builds a Kysely whose every connection goes through the guard, so that the outer handle throws inside a transaction.
 *
 * Kysely's own runtime waits for its connection before a dialect can object, hence the provider of our own. With
 * `oneConnection` the holders take turns, because the PGlite driver hands the same connection to everyone.
 */
export async function guardedKysely(options: {
  readonly dialect: Dialect;
  readonly guard: TransactionGuard;
  readonly oneConnection: boolean;
}): Promise<Kysely<Tables>> {
  const { dialect, guard } = options;
  const driver = dialect.createDriver();
  await driver.init();

  const useConnection = async <T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> => {
    const connection = await driver.acquireConnection();
    try {
      return await consumer(connection);
    } finally {
      await driver.releaseConnection(connection);
    }
  };
  const takeTurns = fifoLock();
  const provider: ConnectionProvider = {
    provideConnection: (consumer) =>
      guard.hold(() => (options.oneConnection ? takeTurns(() => useConnection(consumer)) : useConnection(consumer))),
  };
  const executor = new DefaultQueryExecutor(dialect.createQueryCompiler(), dialect.createAdapter(), provider);
  return new Kysely<Tables>({ config: { dialect }, dialect, driver, executor });
}
