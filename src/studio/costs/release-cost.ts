import type { Trx } from '#store/database/tables.ts';
import type { GenerationRow } from '#store/generations.ts';
import { lockBalance, insertLedger, lastReserve } from '#store/ledger.ts';

/**
 * Lets go of what is held for a generation that cost nothing: it failed, or was cancelled before it was paid.
 *
 * Safe to repeat, and for an id that never came on record. What was paid already stays paid.
 */
export async function releaseCost(trx: Trx, { id }: Pick<GenerationRow, 'id'>): Promise<void> {
  const { heldMicroUsd } = await lockBalance(trx, id);
  const reserve = heldMicroUsd > 0 ? await lastReserve(trx, id) : null;
  if (reserve) await insertLedger(trx, [{ ...reserve, kind: 'release', microUsd: -heldMicroUsd }]);
}
