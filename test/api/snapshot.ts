import { sql } from 'kysely';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestServer } from '../open-test-server.ts';

/** Every table with rows of a workspace, but the audit, which is written of refusals too. */
const TABLES = [
  'project',
  'work',
  'scene',
  'take',
  'generation',
  'job',
  'asset',
  'export',
  'template',
  'event',
  'media_reference',
  'session',
  'api_token',
  'user_media',
  'provider_setting',
  'ledger',
  'budget',
] as const;

/** A name of everything somebody has: two that are equal mean that nothing changed. */
export type Snapshot = Readonly<Record<string, string>>;

/** Names what somebody has, in the database and (of all together) on the disk; when something was last used is not a change. */
export async function snapshot(server: TestServer, userId: string): Promise<Snapshot> {
  const ofTable = TABLES.map(
    (table) => sql`select ${table} as name, coalesce(md5(string_agg(row, '' order by row)), '') as hash from (
      select (to_jsonb(t) - 'last_used_at')::text as row from ${sql.table(table)} t where workspace_id = m.workspace_id
    ) rows`,
  );
  const { rows } = await sql<{ name: string; hash: string }>`
    select parts.* from membership m, lateral (${sql.join(ofTable, sql` union all `)}) parts where m.user_id = ${userId}
    union all select 'user', md5(to_jsonb(u)::text) from "user" u where id = ${userId}
  `.execute(server.world.database.kysely);
  if (rows.length < TABLES.length) throw new Error(`nobody is called ${userId}`);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** Every media file on the disk; what is being received counts too. */
export async function filesOnDisk(server: TestServer): Promise<readonly string[]> {
  const found = await readdir(join(server.place.directory, 'files'), { recursive: true });
  return found.toSorted();
}
