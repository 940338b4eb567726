import { useState } from 'react';
import type { Budget } from '#contract/budget.ts';
import { formatMoney } from '../app/format.ts';
import { useStrings } from '../strings/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { LimitDialog } from './limit-dialog.tsx';
import { LimitWords } from './limit-words.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { SpendMeter } from './spend-meter.tsx';

interface LimitPanelProps {
  readonly budget: Budget | null;
  readonly reservedMicroUsd: number;
}

/** How much the account may spend, and how much of that is used. */
export function LimitPanel({ budget, reservedMicroUsd }: LimitPanelProps) {
  const t = useStrings('spend');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <SettingsPanel title={t.limitTitle}>
      <div className="flex flex-col items-start gap-2 p-4">
        {budget && (
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-18 font-semibold">{formatMoney(budget.spentMicroUsd)}</span>
            <LimitWords budget={budget} />
          </p>
        )}
        <SpendMeter budget={budget} reservedMicroUsd={reservedMicroUsd} />
        <p className="text-12 text-ink3">{t.limitText}</p>
        <Button onClick={() => setIsOpen(true)}>{budget ? t.changeLimit : t.setLimit}</Button>
      </div>
      {isOpen && <LimitDialog budget={budget} onClose={() => setIsOpen(false)} />}
    </SettingsPanel>
  );
}
