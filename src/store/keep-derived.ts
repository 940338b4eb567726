import type { Database } from './database/open-database.ts';
import type { FileStore } from './files/file-store.ts';
import { lockMedia } from './media-lock.ts';

/**
 * Keeps what was made of a file beside it; false where the file has gone meanwhile, and then nothing is kept.
 *
 * Under the lock of the file, so that nobody removes it between the look and the keeping. Not inside a transaction.
 *
 * @param derived.path a finished file on the store's disk, moved away from there
 */
export function keepDerived(
  database: Pick<Database, 'transaction'>,
  files: Pick<FileStore, 'derived'>,
  derived: { readonly sha256: string; readonly name: string; readonly path: string },
): Promise<boolean> {
  const { sha256, name, path } = derived;
  return database.transaction(async (trx) => {
    await lockMedia(trx, sha256);
    const known = await trx.selectFrom('media').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
    if (known === undefined) return false;
    await files.derived.place(sha256, name, path);
    return true;
  });
}
