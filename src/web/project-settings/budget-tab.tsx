import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../app/api.ts';
import { formatMoney } from '../app/format.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { budgetsQuery, projectSpendQuery } from '../queries/budgets.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.ts';
import { BudgetBar } from './budget-bar.tsx';
import { BudgetForm } from './budget-form.tsx';
import { TabHeader } from './tab-header.tsx';

/** What models may cost for a project: the limit, and what of it is used, held and left. */
export function BudgetTab({ projectId }: { readonly projectId: string }) {
  const t = useStrings('projectSettings');
  const { data: budgets } = useSuspenseQuery(budgetsQuery);
  const { data: spend } = useSuspenseQuery(projectSpendQuery);
  const budget = budgets.find(({ target, targetId }) => target === 'project' && targetId === projectId);
  const spentEver = spend.rows.find(({ key }) => key === projectId)?.spentMicroUsd ?? 0;
  const [isEditing, setIsEditing] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.budgets });
  const set = useAction({
    run: (wanted: { readonly limitMicroUsd: number; readonly period: 'total' | 'month' | 'day' }) =>
      client.setProjectBudget({ projectId, ...wanted }),
    done: () => {
      setIsEditing(false);
      void refresh();
    },
  });
  const lift = useAction({
    run: () => client.liftProjectBudget({ projectId }),
    done: () => {
      void refresh();
      toast({ title: t.wasLifted, undo: () => budget && set.act(budget) });
    },
  });
  const spent = formatMoney(budget?.spentMicroUsd ?? spentEver);
  const title = budget ? t.budgetTitle(spent, formatMoney(budget.limitMicroUsd)) : t.budgetTitleNone(spent);
  return (
    <div className="max-w-160">
      <TabHeader title={title}>{t.budgetText}</TabHeader>
      <div className="flex flex-col gap-6">
        {budget && <BudgetBar budget={budget} />}
        {budget && !isEditing ? (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setIsEditing(true)}>{t.changeLimit}</Button>
            <Button variant="quiet" pending={lift.isPending} onClick={() => lift.act()}>
              {t.liftLimit}
            </Button>
          </div>
        ) : (
          <BudgetForm
            key={budget?.limitMicroUsd}
            budget={budget}
            isPending={set.isPending}
            onSet={set.act}
            onCancel={budget && (() => setIsEditing(false))}
          />
        )}
      </div>
    </div>
  );
}
