import type { Trx } from '#store/database/tables.ts';
import { lockGeneration, writeGenerationCost, type GenerationRow } from '#store/generations.ts';
import { lockBalance, insertLedger, type NewLedgerRow } from '#store/ledger.ts';
import type { World } from '../world.ts';

const MOST_MICRO_USD = 1e12; // a million dollars: whoever says more for one call has miscounted

/**
 * Books what a generation cost, and lets go of what was held for it.
 *
 * Safe to repeat. Called again with another cost, the difference is booked: the last word of the vendor counts. A cost
 * above what was held is booked as it is, and told in the log.
 *
 * @param costMicroUsd null where the vendor does not tell, or tells what cannot be: what was estimated counts
 * @returns what is on the generation as its cost now; null where neither vendor nor catalogue knows
 */
export async function settleCost(
  trx: Trx,
  { id }: Pick<GenerationRow, 'id'>,
  costMicroUsd: number | null,
  log: World['log'],
): Promise<number | null> {
  const generation = await lockGeneration(trx, id);
  if (!generation) return null;
  const { heldMicroUsd, spentMicroUsd } = await lockBalance(trx, id);
  const cost = believed(costMicroUsd) ?? generation.costMicroUsd ?? generation.estimateMicroUsd;
  const due = (cost ?? spentMicroUsd) - spentMicroUsd;
  const line = lineFor(generation);
  const lines: NewLedgerRow[] = [];
  if (heldMicroUsd > 0) lines.push({ ...line, kind: 'release', microUsd: -heldMicroUsd });
  if (due !== 0) lines.push({ ...line, kind: due > 0 ? 'spend' : 'refund', microUsd: due });
  await insertLedger(trx, lines);
  if (cost !== generation.costMicroUsd) await writeGenerationCost(trx, id, cost);
  if (heldMicroUsd > 0 && due > heldMicroUsd) {
    const { provider, model } = generation;
    const facts = { generationId: id, provider, model, costMicroUsd: cost, heldMicroUsd };
    log({ level: 'warn', event: 'cost_above_estimate', ...facts });
  }
  return cost;
}

/** A result that was paid is never lost to a cost that is none. */
function believed(costMicroUsd: number | null): number | null {
  const isOne = costMicroUsd !== null && costMicroUsd >= 0 && costMicroUsd <= MOST_MICRO_USD;
  return isOne ? Math.ceil(costMicroUsd) : null;
}

function lineFor(generation: GenerationRow): Omit<NewLedgerRow, 'kind' | 'microUsd'> {
  const { workspaceId, createdBy: userId, tokenId, projectId, workId, provider, model, role } = generation;
  return { workspaceId, userId, tokenId, projectId, workId, generationId: generation.id, provider, model, role };
}
