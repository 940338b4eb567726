import type { costsOperations } from '#contract/operations/costs.ts';
import { estimateAction } from '#studio/costs/estimate-action.ts';
import { estimateReading } from '#studio/costs/estimate-reading.ts';
import { liftBudget } from '#studio/costs/lift-budget.ts';
import { listBudgets } from '#studio/costs/list-budgets.ts';
import { readSpend } from '#studio/costs/read-spend.ts';
import { setBudget } from '#studio/costs/set-budget.ts';
import type { Handlers } from './handler.ts';
import { modelChoices } from './model-choices.ts';

/** What models cost, and how much they may. */
export const costsHandlers: Handlers<typeof costsOperations> = {
  estimateCost: (world, actor, input) => estimateAction(world, actor, input, modelChoices(input)),
  estimateReading: (world, actor, input) => estimateReading(world, actor, input, modelChoices(input)),
  getSpend: (world, actor, query) => readSpend(world, actor, query),
  listBudgets: (world, actor) => listBudgets(world, actor),
  setMyBudget: (world, actor, fields, call) => setBudget(world, actor, mine(actor), fields, call.credential.id),
  liftMyBudget: (world, actor, _, call) => liftBudget(world, actor, mine(actor), call.credential.id),
  setProjectBudget: (world, actor, { projectId, ...fields }, call) =>
    setBudget(world, actor, { targetKind: 'project', targetId: projectId }, fields, call.credential.id),
  liftProjectBudget: (world, actor, { projectId }, call) =>
    liftBudget(world, actor, { targetKind: 'project', targetId: projectId }, call.credential.id),
  setWorkBudget: (world, actor, { workId, ...fields }, call) =>
    setBudget(world, actor, { targetKind: 'work', targetId: workId }, fields, call.credential.id),
  liftWorkBudget: (world, actor, { workId }, call) =>
    liftBudget(world, actor, { targetKind: 'work', targetId: workId }, call.credential.id),
  setTokenBudget: (world, actor, { tokenId, ...fields }, call) =>
    setBudget(world, actor, { targetKind: 'token', targetId: tokenId }, fields, call.credential.id),
  liftTokenBudget: (world, actor, { tokenId }, call) =>
    liftBudget(world, actor, { targetKind: 'token', targetId: tokenId }, call.credential.id),
};

const mine = ({ userId }: { readonly userId: string }) => ({ targetKind: 'user', targetId: userId }) as const;
