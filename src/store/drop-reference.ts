import type { Database } from './database/open-database.ts';
import { forgetUnreferenced, removeUnknownFile } from './drop-references.ts';
import type { FileStore } from './files/file-store.ts';
import { lockMedia } from './media-lock.ts';
import type { MediaOwner } from './media.ts';

/** Takes one of the files of an owner away, and off the disk where nobody else has it. Not inside a transaction. */
export async function dropReference(
  database: Pick<Database, 'transaction'>,
  files: FileStore,
  owner: MediaOwner,
  sha256: string,
): Promise<void> {
  const forgotten = await database.transaction(async (trx) => {
    await lockMedia(trx, sha256);
    await trx
      .deleteFrom('media_reference')
      .where('sha256', '=', sha256)
      .where('owner_kind', '=', owner.kind)
      .where('owner_id', '=', owner.id)
      .execute();
    return forgetUnreferenced(trx, [sha256]);
  });
  if (forgotten.length > 0) await removeUnknownFile(database, files, sha256);
}
