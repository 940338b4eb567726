import { sql } from 'kysely';
import type { Db } from './database/open-database.ts';

/** Whether a work still needs a file: as its reference, its music, in its edit, or in an export that is to be rendered. */
export async function workUsesMedia(db: Db, workId: string, sha256: string): Promise<boolean> {
  const found = await sql`
    select 1 from work where id = ${workId}
      and (reference_sha256 = ${sha256} or audio_sha256 = ${sha256} or strpos(timeline::text, ${sha256}) > 0)
    union all
    select 1 from export where work_id = ${workId} and state in ('queued', 'running')
      and strpos(timeline::text, ${sha256}) > 0
    limit 1`.execute(db);
  return found.rows.length > 0;
}
