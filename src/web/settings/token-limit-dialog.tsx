import { useId, useState } from 'react';
import type { Budget } from '#contract/budget.ts';
import type { ApiToken } from '#contract/token.ts';
import { client } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useAction } from '../app/use-action.ts';
import { keys } from '../queries/keys.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.ts';

const PERIODS: readonly Budget['period'][] = ['month', 'day', 'total'];

interface TokenLimitDialogProps {
  readonly token: ApiToken;
  readonly budget: Budget | null;
  readonly onClose: () => void;
}

/** Sets or lifts the limit on what may be spent with a token. */
export function TokenLimitDialog({ token, budget, onClose }: TokenLimitDialogProps) {
  const { limitDialog: t, dialog, periods } = useStrings('tokens');
  const form = useId();
  const [dollars, setDollars] = useState<number | null>(budget ? budget.limitMicroUsd / 1_000_000 : null);
  const [period, setPeriod] = useState<Budget['period']>(budget?.period ?? 'month');
  const tokenId = token.id;
  const save = useAction({
    quiet: true,
    run: async (limit: number | null) => {
      if (limit === null) await client.liftTokenBudget({ tokenId });
      else await client.setTokenBudget({ tokenId, limitMicroUsd: Math.round(limit * 1_000_000), period });
      await queryClient.invalidateQueries({ queryKey: keys.budgets });
    },
    done: (_, limit) => {
      toast({ title: limit === null ? t.lifted : t.saved });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t.title(token.name)}
      footer={
        <>
          {budget && (
            <Button variant="quiet" className="me-auto" onClick={() => save.act(null)}>
              {t.lift}
            </Button>
          )}
          <Button onClick={onClose}>{dialog.cancel}</Button>
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
        <Field label={dialog.budget} hint={dialog.budgetHint} error={save.error?.message}>
          <NumberField
            value={dollars}
            onValueChange={setDollars}
            min={0}
            max={1_000_000}
            format={{ style: 'currency', currency: 'USD', minimumFractionDigits: 0 }}
          />
        </Field>
        <Field label={dialog.period}>
          <Select
            value={period}
            onValueChange={setPeriod}
            options={PERIODS.map((value) => ({ value, label: periods[value] }))}
          />
        </Field>
      </form>
    </Dialog>
  );
}
