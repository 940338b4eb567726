import { sql } from 'kysely';
import type { Database } from './database/open-database.ts';
import { dropReferences, forgetUnreferenced, removeUnknownFile } from './drop-references.ts';
import type { FileStore } from './files/file-store.ts';
import { lockMedia } from './media-lock.ts';
import type { MediaOwner } from './media.ts';
import { deleteExpiredUserMedia } from './user-media.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a sweep took away. */
export interface Swept {
  readonly references: number;
  readonly files: number;
  readonly staged: number;
}

/**
 * Removes media of users whose time is over, and what crashes left: references whose owner was never stored, files nobody refers to, half files.
 *
 * Everything younger than the grace stays, because somebody may be between two steps with it.
 */
export async function sweepMedia(
  database: Database,
  files: FileStore,
  options: { readonly graceMs?: number; readonly nowMs?: number } = {},
): Promise<Swept> {
  const graceMs = options.graceMs ?? DAY_MS;
  const before = (options.nowMs ?? Date.now()) - graceMs;

  const expired = (await deleteExpiredUserMedia(database.kysely)).map((id): MediaOwner => ({ kind: 'user', id }));
  const ownerless = [...expired, ...(await ownersThatAreNot(database, graceMs))];
  let removed = (await dropReferences(database, files, ownerless)).length;

  for (const sha256 of await unreferenced(database, graceMs)) {
    const forgotten = await database.transaction(async (trx) => {
      await lockMedia(trx, sha256);
      return forgetUnreferenced(trx, [sha256]);
    });
    if (forgotten.length > 0 && (await removeUnknownFile(database, files, sha256))) removed += 1;
  }
  for await (const { sha256, changedAtMs } of files.list()) {
    if (changedAtMs < before && (await removeUnknownFile(database, files, sha256))) removed += 1;
  }
  for await (const { sha256, changedAtMs } of files.derived.list()) {
    if (changedAtMs < before) await removeUnknownFile(database, files, sha256);
  }
  return { references: ownerless.length, files: removed, staged: await files.sweepStaged(before) };
}

async function ownersThatAreNot(database: Database, graceMs: number): Promise<readonly MediaOwner[]> {
  const rows = await database.kysely
    .selectFrom('media_reference as reference')
    .select(['owner_kind', 'owner_id'])
    .distinct()
    .where(olderThan('reference.created_at', graceMs))
    .where(
      sql<boolean>`case reference.owner_kind
        when 'take' then not exists (select 1 from take where take.id = owner_id)
        when 'asset' then not exists (select 1 from asset where asset.id = owner_id)
        when 'work' then not exists (select 1 from work where work.id = owner_id)
        when 'export' then not exists (select 1 from export where export.id = owner_id)
        else not exists (select 1 from user_media where user_media.id = owner_id)
      end`,
    )
    .execute();
  return rows.map((row) => ({ kind: row.owner_kind, id: row.owner_id }));
}

async function unreferenced(database: Database, graceMs: number): Promise<readonly string[]> {
  const rows = await database.kysely
    .selectFrom('media')
    .select('sha256')
    .where(olderThan('media.created_at', graceMs))
    .where(sql<boolean>`not exists (select 1 from media_reference where media_reference.sha256 = media.sha256)`)
    .execute();
  return rows.map((row) => row.sha256);
}

function olderThan(column: string, ms: number) {
  return sql<boolean>`${sql.ref(column)} < now() - ${ms} * interval '1 millisecond'`;
}
