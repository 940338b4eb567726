import { sql } from 'kysely';
import type { Db } from './database/open-database.ts';

/** Writes when sessions and API tokens were last used, one statement for all of either; a later moment stays. */
export async function writeLastUses(db: Db, uses: ReadonlyMap<string, number>): Promise<void> {
  if (uses.size === 0) return;
  const rows = JSON.stringify([...uses].map(([id, at]) => ({ id, at })));
  for (const table of ['session', 'api_token'] as const) {
    await sql`
      update ${sql.table(table)} as used set last_used_at = greatest(used.last_used_at, to_timestamp(use.at / 1000))
      from jsonb_to_recordset(${rows}::jsonb) as use(id text, at float8) where used.id = use.id`.execute(db);
  }
}
