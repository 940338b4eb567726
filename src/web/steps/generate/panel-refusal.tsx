import { Link } from '@tanstack/react-router';
import type { CostEstimate } from '#contract/cost.ts';
import { ApiError } from '../../app/api.ts';
import { formatMoney } from '../../app/format.ts';
import type { ScenePlace } from '../../queries/takes.ts';
import { useStrings } from '../../strings/catalogue.ts';

interface PanelRefusalProps {
  readonly place: ScenePlace;
  readonly estimate: CostEstimate | undefined;
  readonly error: Error | null;
}

/** Why something cannot be started, or was refused, where it is pressed; and where that can be changed. */
export function PanelRefusal({ place, estimate, error }: PanelRefusalProps) {
  const t = useStrings('scenePanel');
  const full = estimate?.budgets.find(({ fits }) => !fits);
  const isBudget = error instanceof ApiError && error.code === 'budget_exceeded';
  const sentence =
    error?.message ?? (full ? t.budgetFull[full.target](formatMoney(Math.max(0, full.leftMicroUsd))) : null);
  if (sentence === null) return null;
  const { projectId } = place;
  return (
    <output className="order-first block basis-full text-12 text-err-text">
      {sentence}{' '}
      {(full || isBudget) &&
        (full?.target === 'project' ? (
          <Link to="/p/$projectId/settings/$tab" params={{ projectId, tab: 'budget' }} className="text-ink underline">
            {t.toBudget}
          </Link>
        ) : (
          <Link to="/settings/spend" className="text-ink underline">
            {t.toBudget}
          </Link>
        ))}
    </output>
  );
}
