import { useId } from 'react';
import { classes } from './classes.ts';
import { fieldLabel } from './field-looks.ts';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly onValueChange: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number | undefined;
  /** The value as it is said and shown: "4.5 s". */
  readonly valueText?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A value between two ends, dragged or stepped with the arrow keys. */
export function Slider(props: SliderProps) {
  const { label, value, onValueChange, min, max, step = 1, valueText, disabled, className } = props;
  const id = useId();
  return (
    <div className={classes('flex min-w-0 flex-col gap-1', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className={fieldLabel}>
          {label}
        </label>
        <output htmlFor={id} className="text-12 text-ink2">
          {valueText ?? value}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={valueText}
        onChange={(event) => onValueChange(event.currentTarget.valueAsNumber)}
        className="h-6 w-full cursor-pointer rounded-4 accent-ink disabled:opacity-45 touch:h-11"
      />
    </div>
  );
}
