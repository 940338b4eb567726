import { sql } from 'kysely';
import type { Trx } from './database/tables.ts';

const MEDIA_LOCKS = 7_305_002; // our own number space among the database's advisory locks

/** Makes everyone who adds or removes the same bytes wait for the end of this transaction, on all machines. */
export async function lockMedia(trx: Trx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MEDIA_LOCKS}::int, hashtext(${sha256}))`.execute(trx);
}
