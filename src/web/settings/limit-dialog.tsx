import { useId, useState } from 'react';
import type { Budget } from '#contract/budget.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { toast } from '../ui/toast.ts';

const PERIODS: readonly Budget['period'][] = ['month', 'day', 'total'];
const MOST_DOLLARS = 1_000_000;

/** Sets or lifts the limit on what the account may spend. */
export function LimitDialog({ budget, onClose }: { readonly budget: Budget | null; readonly onClose: () => void }) {
  const t = useStrings('spend');
  const form = useId();
  const [dollars, setDollars] = useState<number | null>(budget ? budget.limitMicroUsd / 1_000_000 : null);
  const [period, setPeriod] = useState<Budget['period']>(budget?.period ?? 'month');
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.budgets });
  const save = useAction({
    quiet: true,
    run: async (limit: number) => {
      await client.setMyBudget({ limitMicroUsd: Math.round(limit * 1_000_000), period });
      await refresh();
    },
    done: () => {
      toast({ title: t.limitSet, tone: 'done' });
      onClose();
    },
  });
  const lift = useAction({
    run: async () => {
      await client.liftMyBudget({});
      await refresh();
    },
    done: () => {
      toast({ title: t.limitLifted });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={budget ? t.changeLimit : t.setLimit}
      description={t.limitText}
      footer={
        <>
          {budget && (
            <Button variant="quiet" className="me-auto" pending={lift.isPending} onClick={() => lift.act(undefined)}>
              {t.lift}
            </Button>
          )}
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" form={form} variant="ink" pending={save.isPending} disabled={dollars === null}>
            {t.save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (dollars !== null) save.act(dollars);
        }}
      >
        <Field label={t.limitAmount} hint={t.limitHint} error={save.error?.message}>
          <NumberField
            value={dollars}
            onValueChange={setDollars}
            min={0}
            max={MOST_DOLLARS}
            step={1}
            format={{ style: 'currency', currency: 'USD', minimumFractionDigits: 0 }}
          />
        </Field>
        <RadioCards
          label={t.limitPeriod}
          value={period}
          onValueChange={setPeriod}
          options={PERIODS.map((value) => ({ value, title: t.periods[value] }))}
        />
      </form>
    </Dialog>
  );
}
