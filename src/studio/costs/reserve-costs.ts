import type { Role } from '#contract/generation.ts';
import { Problem } from '#contract/problems.ts';
import type { Estimate } from '#providers/estimate.ts';
import { balanceOfBudget, lockBudgets, type BudgetRow, type BudgetTarget } from '#store/budgets.ts';
import type { Trx } from '#store/database/tables.ts';
import { heldFor, insertLedger } from '#store/ledger.ts';
import type { Actor } from '../actor.ts';
import { inDollars } from './in-dollars.ts';

/** Something that is about to be started, and whom it counts against beside the actor. */
export interface Reservation {
  readonly generationId: string;
  readonly projectId: string | null;
  readonly workId: string | null;
  readonly provider: string;
  readonly model: string;
  readonly role: Role;
  readonly estimate: Estimate;
}

/**
 * Holds what several generations may cost, in the transaction that starts them; all of them or none.
 *
 * Every budget that they count against is locked first, so that nobody passes a cap together with somebody else. What is
 * held for a generation already is not held twice; where it costs more by now, the rest is added.
 *
 * @throws Problem `budget_exceeded`, and `price_unknown` where a budget cannot be kept since nobody knows the price
 */
export async function reserveCosts(trx: Trx, actor: Actor, wanted: readonly Reservation[]): Promise<void> {
  const paid = wanted.filter(({ estimate }) => estimate.atMostMicroUsd !== 0);
  if (paid.length === 0) return;
  const budgets = await lockBudgets(trx, targetsOf(actor, paid));
  const ids = paid.map(({ generationId }) => generationId);
  const held = await heldFor(trx, ids);
  const due = paid.map((one) => {
    const { atMostMicroUsd } = one.estimate;
    const heldMicroUsd = held.get(one.generationId) ?? 0;
    return { ...one, dueMicroUsd: atMostMicroUsd === null ? null : Math.max(0, atMostMicroUsd - heldMicroUsd) };
  });
  for (const budget of budgets) {
    await checkFits(
      trx,
      budget,
      due.filter((one) => countsAgainst(budget, actor, one)),
    );
  }
  const lines = due.flatMap(({ dueMicroUsd, estimate: _, ...one }) =>
    dueMicroUsd === null || dueMicroUsd === 0
      ? []
      : [{ ...one, ...whose(actor), kind: 'reserve' as const, microUsd: dueMicroUsd }],
  );
  await insertLedger(trx, lines);
}

type Due = Omit<Reservation, 'estimate'> & { readonly dueMicroUsd: number | null };

async function checkFits(trx: Trx, budget: BudgetRow, due: readonly Due[]): Promise<void> {
  const unknown = due.find(({ dueMicroUsd }) => dueMicroUsd === null);
  if (unknown) {
    const { provider, model } = unknown;
    throw new Problem('price_unknown', { provider, model, budget: budget.targetKind });
  }
  const estimateMicroUsd = due.reduce((sum, one) => sum + (one.dueMicroUsd ?? 0), 0);
  if (estimateMicroUsd === 0) return;
  const { heldMicroUsd: reservedMicroUsd, spentMicroUsd } = await balanceOfBudget(trx, budget);
  const { limitMicroUsd, period, targetKind } = budget;
  const leftMicroUsd = limitMicroUsd - spentMicroUsd - reservedMicroUsd;
  if (estimateMicroUsd <= leftMicroUsd) return;
  throw new Problem('budget_exceeded', {
    budget: targetKind,
    period,
    limitMicroUsd,
    spentMicroUsd,
    reservedMicroUsd,
    estimateMicroUsd,
    estimate: inDollars(estimateMicroUsd),
    left: inDollars(Math.max(0, leftMicroUsd)),
  });
}

/** Everything a budget can be set on that the actor counts against by these. */
export function targetsOf(
  actor: Actor,
  wanted: readonly Pick<Reservation, 'projectId' | 'workId'>[],
): readonly BudgetTarget[] {
  const ids = {
    user: [actor.userId],
    token: [actor.tokenId],
    project: wanted.map(({ projectId }) => projectId),
    work: wanted.map(({ workId }) => workId),
  };
  return Object.entries(ids).flatMap(([kind, some]) =>
    [...new Set(some)].flatMap((id) =>
      id == null ? [] : [{ targetKind: kind as BudgetTarget['targetKind'], targetId: id }],
    ),
  );
}

function countsAgainst({ targetKind, targetId }: BudgetRow, actor: Actor, one: Due): boolean {
  switch (targetKind) {
    case 'user':
      return targetId === actor.userId;
    case 'token':
      return targetId === actor.tokenId;
    case 'project':
      return targetId === one.projectId;
    case 'work':
      return targetId === one.workId;
    default:
      return targetKind satisfies never;
  }
}

const whose = ({ workspaceId, userId, tokenId }: Actor) => ({ workspaceId, userId, tokenId: tokenId ?? null });
