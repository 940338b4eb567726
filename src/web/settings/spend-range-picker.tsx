import { useStrings } from '../strings/catalogue.ts';
import { Field } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { presetOf, presetRange, rangeOf, type Preset, type SpendRange } from './spend-range.ts';

const PRESETS: readonly Preset[] = ['month', 'last-month', 'days'];

interface SpendRangePickerProps {
  readonly range: SpendRange;
  readonly nowMs: number;
  readonly onChange: (range: SpendRange) => void;
}

/** Which days are looked at: a press for the usual ones, two dates for any. */
export function SpendRangePicker({ range, nowMs, onChange }: SpendRangePickerProps) {
  const t = useStrings('spend');
  const preset = presetOf(range, nowMs);
  const set = (change: Partial<SpendRange>) => {
    const next = { ...range, ...change };
    // The other end follows, so that a day may be chosen in any order.
    const ordered = next.from <= next.to ? next : change.from ? { ...next, to: next.from } : { ...next, from: next.to };
    if (rangeOf(ordered, nowMs).from === ordered.from) onChange(ordered);
  };
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <Segmented
        label={t.range}
        value={preset ?? 'own'}
        onValueChange={(next) => next !== 'own' && onChange(presetRange(next, nowMs))}
        options={[
          ...PRESETS.map((value) => ({ value, label: t.presets[value] })),
          ...(preset === null ? [{ value: 'own' as const, label: t.presets.own }] : []),
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <Field label={t.from} className="w-38">
          <TextInput type="date" required value={range.from} onValueChange={(from) => from && set({ from })} />
        </Field>
        <Field label={t.to} className="w-38">
          <TextInput type="date" required value={range.to} onValueChange={(to) => to && set({ to })} />
        </Field>
      </div>
    </div>
  );
}
