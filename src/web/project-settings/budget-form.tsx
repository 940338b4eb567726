import { type FormEvent, useState } from 'react';
import type { Budget } from '#contract/budget.ts';
import { formatMoney } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';

type Period = Budget['period'];

interface BudgetFormProps {
  readonly budget: Budget | undefined;
  readonly isPending: boolean;
  readonly onSet: (wanted: { readonly limitMicroUsd: number; readonly period: Period }) => void;
  readonly onCancel: (() => void) | undefined;
}

const MICRO = 1_000_000;
const MOST_DOLLARS = 1_000_000;
const FIRST_DOLLARS = 10; // proposed where there is no limit yet
const DOLLARS = { style: 'currency', currency: 'USD' } as const;

/** Says how much models may cost, and over what time. */
export function BudgetForm({ budget, isPending, onSet, onCancel }: BudgetFormProps) {
  const t = useStrings('projectSettings');
  const [dollars, setDollars] = useState<number | null>(budget ? budget.limitMicroUsd / MICRO : FIRST_DOLLARS);
  const [period, setPeriod] = useState<Period>(budget?.period ?? 'month');
  const limitMicroUsd = dollars === null ? null : Math.round(dollars * MICRO);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (limitMicroUsd !== null && !isPending) onSet({ limitMicroUsd, period });
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-4 rounded-10 bg-panel p-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t.limit} error={limitMicroUsd === null ? t.limitNeeded : null}>
          <NumberField
            value={dollars}
            onValueChange={setDollars}
            min={0}
            max={MOST_DOLLARS}
            step={1}
            format={DOLLARS}
          />
        </Field>
        <Field label={t.period}>
          <Select<Period>
            value={period}
            onValueChange={setPeriod}
            options={[
              { value: 'month', label: t.eachMonth },
              { value: 'day', label: t.eachDay },
              { value: 'total', label: t.inTotal },
            ]}
          />
        </Field>
      </div>
      <p className="text-12 text-ink3">{limitMicroUsd === 0 ? t.onlyFree : t.limitText}</p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="ink" disabled={limitMicroUsd === null} pending={isPending}>
          {t.setLimit[period](formatMoney(limitMicroUsd ?? 0))}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t.cancel}</Button>}
      </div>
    </form>
  );
}
