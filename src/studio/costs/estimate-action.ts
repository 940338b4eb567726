import type { CostEstimate, EstimatedItem, EstimateRequest } from '#contract/cost.ts';
import type { Role } from '#contract/generation.ts';
import { descriptorFor } from '#providers/descriptor-for.ts';
import type { Estimate, PricedRequest } from '#providers/estimate.ts';
import { isRetired } from '#providers/is-retired.ts';
import type { Actor } from '../actor.ts';
import type { ChosenModel, ModelChoices } from '../generation/choose-model.ts';
import { readFilm } from '../scenes/read-film.ts';
import { findWork } from '../works/find-work.ts';
import type { World } from '../world.ts';
import { budgetVerdicts } from './budget-verdicts.ts';
import { chooseToEstimate } from './choose-to-estimate.ts';
import { estimateOf } from './estimate-generation.ts';
import { outlineOfWork } from './outline-of-work.ts';
import { pricedTake } from './priced-take.ts';
import { reusableTake } from './reusable-take.ts';
import { sumCosts } from './sum-costs.ts';
import { wantedByAction, type WantedTake } from './wanted-by-action.ts';

/** Something that would be asked for, with what decides its price. */
export interface AskedItem {
  /** null for the scenario. */
  readonly sceneIndex: number | null;
  readonly request: PricedRequest;
  /** Of one that may be taken over from before, where that may be asked for. */
  readonly mayReuse?: WantedTake;
}

/**
 * What an action on a work would cost, and whether the budgets have room for it; nothing is started or held.
 *
 * Of a work without scenes: its scenario, and as many scenes as it is to have.
 *
 * @throws Problem `not_found`, `work_has_no_scenes`, those of choosing a model
 */
export async function estimateAction(
  world: Pick<World, 'database' | 'files' | 'providers' | 'clock'>,
  actor: Actor,
  request: EstimateRequest,
  choices: ModelChoices,
): Promise<CostEstimate> {
  await findWork(world, actor, request);
  const film = await readFilm(world, request.workId);
  const isEmpty = request.action === 'work' && film.scenes.length === 0;
  const outline = isEmpty ? await outlineOfWork(world, film) : { asked: [], says: [] };
  const takes = isEmpty ? [] : await wantedByAction(world, actor, film, request);
  const asked: readonly AskedItem[] = [...outline.asked, ...takes.map((take) => askedTake(request.action, take))];

  const chosen = new Map<Role, ChosenModel>();
  const says = new Set(outline.says);
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
    const count = priced.role === 'llm' ? 1 : request.variants;
    const reusable = mayReuse && (await reusableTake(world, actor, mayReuse, model));
    const item = itemOf(world, model, { sceneIndex, role: priced.role, count, estimate });
    items.push({ ...item, ...(reusable ? { reusable } : {}) });
    for (const sentence of estimate.says) says.add(sentence);
  }

  const { projectId, workId } = request;
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

/** Of a whole scene, the clip is made of a picture that is not there yet. */
function askedTake(action: EstimateRequest['action'], take: WantedTake): AskedItem {
  const { film, role } = take;
  const isOne = action === 'clip' || ((action === 'picture' || action === 'scene') && role === 'image');
  const item = { sceneIndex: film.sceneIndex, request: pricedTake(film, role) };
  return isOne ? { ...item, mayReuse: take } : item;
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
