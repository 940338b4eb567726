import type { Budget } from '#contract/budget.ts';
import type { ProjectOverview, WorkOverview } from '#contract/overview.ts';
import { formatMoney } from '../app/format.ts';
import type { Catalogue } from '../strings/areas.ts';
import { isIn, stateOfWork } from './state-of-work.ts';

type Words = Catalogue['works'];

/** What the works of a project come to, as the title of their screen says it. */
export function titleOfWorks(works: readonly WorkOverview[], t: Words): string {
  const waiting = works.filter(({ needs }) => needs.some(({ what }) => what !== 'failed')).length;
  if (waiting > 0) return t.needYou(waiting);
  const failed = works.filter((work) => stateOfWork(work, t).kind === 'failed').length;
  if (failed > 0) return t.haveFailed(failed);
  const running = works.filter(({ running: runs }) => runs !== null).length;
  if (running > 0) return t.areRunning(running);
  if (works.length === 0) return t.emptyTitle;
  return works.every((work) => isIn('finished', work)) ? t.areFinished(works.length) : t.inHand(works.length);
}

/** The line below the title: how many of each, and the money. */
export function countsOfWorks(works: readonly WorkOverview[], money: string, t: Words): string {
  const running = works.filter((work) => isIn('running', work)).length;
  const failed = works.filter(({ needs }) => needs.some(({ what }) => what === 'failed')).length;
  const finished = works.filter((work) => isIn('finished', work)).length;
  const counts = [
    running > 0 && t.countRunning(running),
    failed > 0 && t.countFailed(failed),
    finished > 0 && t.countFinished(finished),
  ].filter(Boolean);
  return counts.length > 0 ? `${counts.join(', ')}. ${money}.` : `${money}.`;
}

/** What was spent in a project, and of how much where there is a limit. */
export function moneyOfProject(
  project: Pick<ProjectOverview, 'id' | 'spentMicroUsd'>,
  budgets: readonly Budget[],
  t: Words,
): string {
  const budget = budgets.find(({ target, targetId }) => target === 'project' && targetId === project.id);
  return budget
    ? t.spentOf(formatMoney(budget.spentMicroUsd), formatMoney(budget.limitMicroUsd))
    : t.spent(formatMoney(project.spentMicroUsd));
}
