import type { CostEstimate, EstimatedItem } from '#contract/cost.ts';
import type { Role } from '#contract/generation.ts';
import { descriptorFor } from '#providers/descriptor-for.ts';
import type { Estimate, PricedRequest } from '#providers/estimate.ts';
import { isRetired } from '#providers/is-retired.ts';
import type { Actor } from '../actor.ts';
import type { ChosenModel, ModelChoices } from '../generation/choose-model.ts';
import type { World } from '../world.ts';
import { budgetVerdicts } from './budget-verdicts.ts';
import { chooseToEstimate } from './choose-to-estimate.ts';
import { estimateOf } from './estimate-generation.ts';
import { reusableTake } from './reusable-take.ts';
import { sumCosts } from './sum-costs.ts';
import type { WantedTake } from './wanted-by-action.ts';

/** Something that would be asked for, with what decides its price. */
export interface AskedItem {
  /** null for what belongs to no scene. */
  readonly sceneIndex: number | null;
  readonly request: PricedRequest;
  /** Of one that may be taken over from before, where that may be asked for. */
  readonly mayReuse?: WantedTake;
}

/** Whom it counts against, which models are asked, and how often for each picture or clip. */
interface Asking {
  readonly choices: ModelChoices;
  readonly projectId: string | null;
  readonly workId: string | null;
  readonly variants: number;
}

/**
 * What several things would cost together, and whether the budgets have room for them; nothing is started or held.
 *
 * @throws Problem those of choosing a model
 */
export async function estimateItems(
  world: Pick<World, 'database' | 'files' | 'providers' | 'clock'>,
  actor: Actor,
  { asked, says: saidBefore }: { readonly asked: readonly AskedItem[]; readonly says: readonly string[] },
  { choices, projectId, workId, variants }: Asking,
): Promise<CostEstimate> {
  const chosen = new Map<Role, ChosenModel>();
  const says = new Set(saidBefore);
  for (const role of new Set(asked.map((one) => one.request.role))) {
    const choice = await chooseToEstimate(world, actor, role, choices[role]);
    chosen.set(role, choice.chosen);
    for (const sentence of choice.says) says.add(sentence);
  }
  const items: EstimatedItem[] = [];
  for (const { sceneIndex, request: priced, mayReuse } of asked) {
    const model = chosen.get(priced.role);
    if (!model) continue; // there is one for each role
    const estimate = estimateOf(world, model, priced);
    const count = priced.role === 'image' || priced.role === 'video' ? variants : 1;
    const reusable = mayReuse && (await reusableTake(world, actor, mayReuse, model));
    const item = itemOf(world, model, { sceneIndex, role: priced.role, count, estimate });
    items.push({ ...item, ...(reusable ? { reusable } : {}) });
    for (const sentence of estimate.says) says.add(sentence);
  }

  const payables = items.map((item) => ({ ...item, projectId, workId, dueMicroUsd: item.atMostMicroUsd }));
  const verdicts = await world.database.transaction((trx) => budgetVerdicts(trx, actor, payables));
  const atMostMicroUsd = sumCosts(items.map((item) => item.atMostMicroUsd));
  return {
    expectedMicroUsd: sumCosts(items.map((item) => item.expectedMicroUsd)),
    atMostMicroUsd,
    isKnown: atMostMicroUsd !== null,
    items,
    says: [...says],
    fits: verdicts.every(({ fits }) => fits),
    budgets: verdicts.map(({ budget, leftMicroUsd, fits }) => {
      const { targetKind: target, targetId, limitMicroUsd } = budget;
      return { target, targetId, limitMicroUsd, leftMicroUsd, fits };
    }),
  };
}

/** One line of an estimate; its amounts are those of all variants together. */
function itemOf(
  world: Pick<World, 'clock'>,
  { provider, model }: ChosenModel,
  asked: { sceneIndex: number | null; role: Role; count: number; estimate: Estimate },
): EstimatedItem {
  const { sceneIndex, role, count, estimate } = asked;
  const descriptor = descriptorFor(provider, role, model.id);
  const isGone = descriptor !== undefined && isRetired(descriptor, world.clock.nowMs());
  const times = (amount: number | null): number | null => (amount === null ? null : amount * count);
  return {
    sceneIndex,
    role,
    provider: provider.id,
    model: model.id,
    count,
    units: estimate.units,
    expectedMicroUsd: times(estimate.expectedMicroUsd),
    atMostMicroUsd: times(estimate.atMostMicroUsd),
    ...(isGone ? { retired: true as const } : {}),
    ...(isGone && descriptor.replacedBy ? { replacedBy: descriptor.replacedBy } : {}),
  };
}
