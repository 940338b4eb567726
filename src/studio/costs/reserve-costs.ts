import type { Estimate } from '#providers/estimate.ts';
import type { Trx } from '#store/database/tables.ts';
import { heldFor, insertLedger } from '#store/ledger.ts';
import type { Actor } from '../actor.ts';
import type { Payable } from './budget-verdicts.ts';
import { checkBudgets } from './check-budgets.ts';

/** Something that is about to be started. */
export interface Reservation extends Omit<Payable, 'dueMicroUsd'> {
  readonly generationId: string;
  readonly estimate: Pick<Estimate, 'atMostMicroUsd'>;
}

/**
 * Holds what several generations may cost, in the transaction that starts them; all of them or none.
 *
 * What is held for a generation already is not held twice; where it costs more by now, the rest is added.
 *
 * @throws Problem `budget_exceeded`, `price_unknown`
 */
export async function reserveCosts(trx: Trx, actor: Actor, wanted: readonly Reservation[]): Promise<void> {
  const paid = wanted.filter(({ estimate }) => estimate.atMostMicroUsd !== 0);
  if (paid.length === 0) return;
  const ids = paid.map(({ generationId }) => generationId);
  const held = await heldFor(trx, ids);
  const due = paid.map(({ estimate, ...one }) => {
    const { atMostMicroUsd } = estimate;
    const rest = (most: number) => Math.max(0, most - (held.get(one.generationId) ?? 0));
    return { ...one, dueMicroUsd: atMostMicroUsd === null ? null : rest(atMostMicroUsd) };
  });
  if (due.every(({ dueMicroUsd }) => dueMicroUsd === 0)) return;
  await checkBudgets(trx, actor, due);
  const { workspaceId, userId, tokenId = null } = actor;
  const lines = due.flatMap(({ dueMicroUsd, ...one }) =>
    dueMicroUsd === null || dueMicroUsd === 0
      ? []
      : [{ ...one, workspaceId, userId, tokenId, kind: 'reserve' as const, microUsd: dueMicroUsd }],
  );
  await insertLedger(trx, lines);
}
