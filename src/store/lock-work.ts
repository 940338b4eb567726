import type { Trx } from './database/tables.ts';

/** Makes everyone else who locks the same work wait for the end of this transaction. */
export async function lockWork(trx: Trx, workId: string): Promise<void> {
  await trx.selectFrom('work').select('id').where('id', '=', workId).forUpdate().executeTakeFirst();
}
