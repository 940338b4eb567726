import type { PGlite } from '@electric-sql/pglite';
import { fifoLock } from './fifo-lock.ts';
import type { TransactionGuard } from './transaction-guard.ts';

/** What surely writes nothing; a `with` may. None of our functions that write is called by a select. */
const READS = /^\s*select\b/i;

/**
 * Makes a PGlite safe to be shared by several users of its one connection.
 *
 * A failing block of statements (`BEGIN; …; COMMIT`) leaves the session in an aborted transaction, and whoever comes
 * next would fail with it; so calls take turns here, and a failed `exec` rolls back before the next one runs.
 *
 * - `inner` is for the Kysely driver, which is guarded before it comes here.
 * - `outer` is for everyone else (the queue): it throws inside a transaction instead of waiting for ever.
 * - `writes` counts what `inner` was asked that may write, before it runs; the queue's own tables are nobody else's.
 */
export function guardedPglite(
  pglite: PGlite,
  guard: TransactionGuard,
): { inner: PGlite; outer: PGlite; writes: () => number } {
  const takeTurns = fifoLock();
  let writes = 0;
  const query: PGlite['query'] = (...args) => takeTurns(() => pglite.query(...args));
  const counted: PGlite['query'] = (...args) => {
    if (!READS.test(args[0])) writes += 1;
    return query(...args);
  };
  const transaction: PGlite['transaction'] = (work) => takeTurns(() => pglite.transaction(work));
  const countedTransaction: PGlite['transaction'] = (work) => {
    writes += 1;
    return transaction(work);
  };
  const exec: PGlite['exec'] = (...args) =>
    takeTurns(async () => {
      try {
        return await pglite.exec(...args);
      } catch (error) {
        await pglite.exec('ROLLBACK');
        throw error;
      }
    });
  const refusing =
    <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      guard.refuseInside();
      return call(...args);
    };
  const listen: PGlite['listen'] = async (channel, callback, trx) => {
    guard.refuseInside();
    return pglite.listen(channel, (payload) => guard.outside(() => callback(payload)), trx);
  };

  return {
    inner: overlay(pglite, { query: counted, exec, transaction: countedTransaction }),
    writes: () => writes,
    outer: overlay(pglite, {
      query: refusing(query) as PGlite['query'],
      exec: refusing(exec),
      transaction: refusing(transaction) as PGlite['transaction'],
      listen,
    }),
  };
}

/** The same object with some methods replaced; the others keep their private fields by being bound to the original. */
function overlay(pglite: PGlite, replaced: Partial<PGlite>): PGlite {
  return new Proxy(pglite, {
    get(target, key) {
      const value: unknown = Reflect.get(key in replaced ? replaced : target, key, key in replaced ? replaced : target);
      return typeof value === 'function' && !(key in replaced) ? value.bind(target) : value;
    },
  });
}
