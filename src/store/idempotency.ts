import { sql, type ExpressionBuilder, type Selectable } from 'kysely';
import type { Db } from './database/open-database.ts';
import type { Tables } from './database/tables.ts';
import { fromColumns, type Row } from './row.ts';

/** What a key was answered: `status` or `jobId` once it is known; neither while the first request is under way. */
export type KeptAnswerRow = Row<Tables['idempotency']> & { readonly isSilent: boolean };

/** By what a request is recognised again. */
export type KeptAnswerKey = Pick<KeptAnswerRow, 'userId' | 'operation' | 'key'>;

/** Claims a key for a request that is about to run; false where it is taken, or was within the last 24 hours. */
export async function claimAnswer(db: Db, key: KeptAnswerKey, fingerprint: string): Promise<boolean> {
  await db
    .deleteFrom('idempotency')
    .where(named(key))
    .where('created_at', '<', sql<Date>`now() - interval '24 hours'`)
    .execute();
  const made = await db
    .insertInto('idempotency')
    .values({ user_id: key.userId, operation: key.operation, key: key.key, fingerprint, job_id: null, status: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  return made !== undefined;
}

/** What a key was answered, null where it was never used. `isSilent`: who runs it gave no sign of life for that long. */
export async function getAnswer(db: Db, key: KeptAnswerKey, silentAfterS: number): Promise<KeptAnswerRow | null> {
  const row = await db
    .selectFrom('idempotency')
    .where(named(key))
    .selectAll()
    .select(sql<boolean>`created_at < now() - make_interval(secs => ${silentAfterS})`.as('is_silent'))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { is_silent: isSilent, ...columns } = row;
  return { ...fromColumns<Tables['idempotency']>(columns as Selectable<Tables['idempotency']>), isSilent };
}

/** A sign of life of the request that runs. */
export async function touchAnswer(db: Db, key: KeptAnswerKey): Promise<void> {
  await db
    .updateTable('idempotency')
    .where(named(key))
    .set({ created_at: sql`now()` })
    .execute();
}

/** Keeps what came of it. */
export async function keepAnswer(
  db: Db,
  key: KeptAnswerKey,
  { status, jobId, answer }: Pick<KeptAnswerRow, 'status' | 'jobId' | 'answer'>,
): Promise<void> {
  await db
    .updateTable('idempotency')
    .where(named(key))
    .set({ status, job_id: jobId, answer: answer === null ? null : JSON.stringify(answer) })
    .execute();
}

/** Frees a key whose request came to nothing. */
export async function releaseAnswer(db: Db, key: KeptAnswerKey): Promise<void> {
  await db.deleteFrom('idempotency').where(named(key)).execute();
}

const named =
  ({ userId, operation, key }: KeptAnswerKey) =>
  (eb: ExpressionBuilder<Tables, 'idempotency'>) =>
    eb.and({ user_id: userId, operation, key });
