import type { Database } from './database/open-database.ts';
import { forgetUnreferenced, removeUnknownFile } from './drop-references.ts';
import type { FileStore } from './files/file-store.ts';
import { lockMedia } from './media-lock.ts';
import { ensureLocalOwner, lockAccounts, type LocalOwner } from './users.ts';

/**
 * Deletes a user and their workspace with everything in it, and the files nobody else has off the disk.
 *
 * Where it was the local owner's, an empty one is there again under the same ids, because running processes know it by
 * them. A file that is brought in at the same moment is the sweep's. Not inside a transaction.
 *
 * @returns hashes of the files that are gone
 */
export async function deleteAccount(
  database: Pick<Database, 'transaction'>,
  files: FileStore,
  account: LocalOwner,
): Promise<readonly string[]> {
  const { userId, workspaceId } = account;
  const orphans = await database.transaction(async (trx) => {
    await lockAccounts(trx);
    const references = await trx
      .selectFrom('media_reference')
      .select('sha256')
      .distinct()
      .where('workspace_id', '=', workspaceId)
      .orderBy('sha256')
      .execute();
    const hashes = references.map((row) => row.sha256);
    for (const sha256 of hashes) await lockMedia(trx, sha256); // sorted, like everyone who locks several
    await trx.deleteFrom('media_reference').where('workspace_id', '=', workspaceId).execute();
    const forgotten = await forgetUnreferenced(trx, hashes);

    const workspace = await trx
      .deleteFrom('workspace')
      .where('id', '=', workspaceId)
      .returning('is_local')
      .executeTakeFirst();
    await trx.deleteFrom('event').where('workspace_id', '=', workspaceId).execute();
    await trx.deleteFrom('user').where('id', '=', userId).execute();
    if (workspace?.is_local === true) await ensureLocalOwner(trx, account);
    return forgotten;
  });
  for (const sha256 of orphans) await removeUnknownFile(database, files, sha256);
  return orphans;
}
