import { useStrings } from '../../strings/catalogue.ts';
import { Segmented } from '../../ui/segmented.tsx';

interface VariantsFieldProps {
  readonly value: number;
  readonly onValueChange: (value: number) => void;
}

const COUNTS = ['1', '2', '3', '4'] as const;

/** How many are made in one go, each of another seed. */
export function VariantsField({ value, onValueChange }: VariantsFieldProps) {
  const t = useStrings('scenePanel');
  return (
    <div className="flex items-center justify-between gap-3">
      <span className="text-12 font-semibold text-ink2">{t.variants}</span>
      <Segmented
        label={t.variantsLabel}
        value={String(value) as (typeof COUNTS)[number]}
        onValueChange={(next) => onValueChange(Number(next))}
        options={COUNTS.map((count) => ({ value: count, label: count }))}
      />
    </div>
  );
}
