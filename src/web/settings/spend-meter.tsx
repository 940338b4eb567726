import type { Budget } from '#contract/budget.ts';
import { formatMoney } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Meter } from '../ui/meter.tsx';

interface SpendMeterProps {
  readonly budget: Budget | null;
  readonly reservedMicroUsd: number;
}

/** How much of the account's limit is used, what is only reserved as a piece of its own, and whether there is one. */
export function SpendMeter({ budget, reservedMicroUsd }: SpendMeterProps) {
  const t = useStrings('spend');
  const reserved = formatMoney(budget?.reservedMicroUsd ?? reservedMicroUsd);
  const isReserved = (budget?.reservedMicroUsd ?? reservedMicroUsd) > 0;
  return (
    <>
      {budget && (
        <Meter
          label={t.meter}
          valueText={t.meterText(formatMoney(budget.spentMicroUsd), formatMoney(budget.limitMicroUsd), reserved)}
          max={budget.limitMicroUsd}
          parts={[
            { label: t.partSpent, value: budget.spentMicroUsd },
            { label: t.partReserved, value: budget.reservedMicroUsd, look: 'reserved' },
          ]}
        />
      )}
      <p className="text-12 text-ink3">
        {isReserved ? t.reserved(reserved) : t.noneReserved} {budget ? t.limitHolds : t.noLimit}
      </p>
    </>
  );
}
