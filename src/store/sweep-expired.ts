import { sql } from 'kysely';
import type { Db } from './database/open-database.ts';
import { sweepBudgets } from './budgets.ts';
import { sweepEvents } from './events.ts';

const ANSWERS_KEPT_HOURS = 24; // what docs/api.md promises of an Idempotency-Key
const EVENTS_KEPT_DAYS = 7; // whoever was away longer reads the work again
const OVER_KEPT_DAYS = 30; // as long as what is in the trash: long enough to ask what happened

/**
 * Removes secrets that have expired, answers kept by key and events for long enough, sessions and tokens that are long
 * over, and limits on what is gone.
 */
export async function sweepExpired(db: Db): Promise<void> {
  const before = (amount: number, unit: 'hour' | 'day') =>
    sql<Date>`now() - ${amount} * ${sql.lit(`1 ${unit}`)}::interval`;
  await db
    .deleteFrom('session_secret')
    .where('expires_at', '<', sql<Date>`now()`)
    .execute();
  await db.deleteFrom('idempotency').where('created_at', '<', before(ANSWERS_KEPT_HOURS, 'hour')).execute();
  await db
    .deleteFrom('session')
    .where((is) =>
      is.or([
        is('expires_at', '<', before(OVER_KEPT_DAYS, 'day')),
        is('revoked_at', '<', before(OVER_KEPT_DAYS, 'day')),
      ]),
    )
    .execute();
  await sweepEvents(db, EVENTS_KEPT_DAYS);
  await db.deleteFrom('api_token').where('revoked_at', '<', before(OVER_KEPT_DAYS, 'day')).execute();
  await sweepBudgets(db);
}
