import { NumberField as BaseNumberField } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from './classes.ts';
import { fieldBox } from './field-looks.ts';
import { Glyph } from './glyph.tsx';

interface NumberFieldProps {
  /** Null while the field is empty. */
  readonly value: number | null;
  readonly onValueChange: (value: number | null) => void;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  /** What is counted, after the number: "s", "scenes". */
  readonly unit?: string | undefined;
  /** Its name where no Field around it gives one. */
  readonly label?: string | undefined;
  readonly format?: Intl.NumberFormatOptions | undefined;
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

const stepButton =
  'inline-flex w-7 shrink-0 cursor-pointer items-center justify-center text-ink2 hover:bg-lift hover:text-ink ' +
  'touch:w-11 data-disabled:pointer-events-none data-disabled:opacity-40';

/** A number that is typed, stepped with the arrow keys or with two buttons; Shift steps by ten. */
export function NumberField(props: NumberFieldProps) {
  const { value, onValueChange, min, max, step = 1, unit, label, format, placeholder, disabled, className } = props;
  const t = useStrings('kit');
  return (
    <BaseNumberField.Root
      value={value}
      onValueChange={(next) => onValueChange(next)}
      min={min}
      max={max}
      step={step}
      smallStep={Math.min(step, 0.1)}
      largeStep={step * 10}
      format={format}
      locale={document.documentElement.lang || undefined}
      disabled={disabled}
      className={classes('min-w-0', className)}
    >
      <BaseNumberField.Group
        className={classes(
          fieldBox,
          'flex h-8 items-stretch overflow-hidden touch:h-11 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-ink',
        )}
      >
        <BaseNumberField.Input
          aria-label={label}
          placeholder={placeholder}
          className="w-full min-w-0 grow bg-transparent ps-3 text-13 outline-none"
        />
        {unit && <span className="shrink-0 self-center px-1 text-12 text-ink3">{unit}</span>}
        <BaseNumberField.Decrement aria-label={t.decrease} className={stepButton}>
          <Glyph icon={Minus} className="[&>svg]:size-3.5" />
        </BaseNumberField.Decrement>
        <BaseNumberField.Increment aria-label={t.increase} className={stepButton}>
          <Glyph icon={Plus} className="[&>svg]:size-3.5" />
        </BaseNumberField.Increment>
      </BaseNumberField.Group>
    </BaseNumberField.Root>
  );
}
