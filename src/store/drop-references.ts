import { sql } from 'kysely';
import type { Database } from './database/open-database.ts';
import type { Trx } from './database/tables.ts';
import type { FileStore } from './files/file-store.ts';
import { lockMedia } from './media-lock.ts';
import type { MediaOwner } from './media.ts';

/**
 * Takes files away from their owners, and off the disk where nobody else has them. Not inside a transaction.
 *
 * @returns hashes of the files that are gone
 */
export async function dropReferences(
  database: Pick<Database, 'transaction'>,
  files: FileStore,
  owners: readonly MediaOwner[],
): Promise<readonly string[]> {
  if (owners.length === 0) return [];
  const orphans = await database.transaction(async (trx) => {
    const hashes = await hashesOf(trx, owners);
    for (const sha256 of hashes) await lockMedia(trx, sha256); // sorted, so that two that drop don't lock each other out
    await trx.deleteFrom('media_reference').where(ownedByOneOf(owners)).execute();
    return forgetUnreferenced(trx, hashes);
  });
  for (const sha256 of orphans) await removeUnknownFile(database, files, sha256);
  return orphans;
}

/** Forgets those of the (locked) files that nobody refers to; returns which. */
export async function forgetUnreferenced(trx: Trx, hashes: readonly string[]): Promise<readonly string[]> {
  if (hashes.length === 0) return [];
  const rows = await trx
    .deleteFrom('media')
    .where('sha256', 'in', hashes)
    .where(sql<boolean>`not exists (select 1 from media_reference where media_reference.sha256 = media.sha256)`)
    .returning('sha256')
    .execute();
  return rows.map((row) => row.sha256);
}

/**
 * Removes a file that the database does not know; true when it did.
 *
 * Looks again under the lock: since it was forgotten, the same bytes may have been brought in for somebody else.
 */
export function removeUnknownFile(
  database: Pick<Database, 'transaction'>,
  files: FileStore,
  sha256: string,
): Promise<boolean> {
  return database.transaction(async (trx) => {
    await lockMedia(trx, sha256);
    const known = await trx.selectFrom('media').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
    if (known !== undefined) return false;
    await files.remove(sha256);
    return true;
  });
}

async function hashesOf(trx: Trx, owners: readonly MediaOwner[]): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom('media_reference')
    .select('sha256')
    .where(ownedByOneOf(owners))
    .distinct()
    .execute();
  return rows.map((row) => row.sha256).toSorted();
}

/** As two arrays, because a work may own more media than a statement takes parameters. */
function ownedByOneOf(owners: readonly MediaOwner[]) {
  const kinds = owners.map((owner) => owner.kind);
  const ids = owners.map((owner) => owner.id);
  return sql<boolean>`(owner_kind, owner_id) in (select * from unnest(${kinds}::text[], ${ids}::text[]))`;
}
