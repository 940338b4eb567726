import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

/** What a switch and a checkbox take. */
export interface ToggleProps {
  readonly label: ReactNode;
  /** What it means, below the label. */
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** On or off, at once. */
export function Switch({ label, hint, checked, onCheckedChange, disabled, className }: ToggleProps) {
  const id = useId();
  return (
    <div className={classes('flex min-h-8 items-start gap-3 touch:min-h-11 touch:py-2', className)}>
      <span className="min-w-0 grow py-1">
        <label htmlFor={id} className="block cursor-pointer text-13 text-ink">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="block text-12 text-ink3">
            {hint}
          </span>
        )}
      </span>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onCheckedChange(event.currentTarget.checked)}
        className={classes(
          'relative mt-0.5 h-6 w-10 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-field disabled:opacity-45',
          'transition-[background-color,border-color] duration-150 checked:border-ink checked:bg-ink',
          'before:absolute before:start-0.5 before:top-0.5 before:size-4.5 before:rounded-full before:bg-ink3',
          'before:transition-[translate,background-color] before:duration-150',
          'checked:before:translate-x-4 checked:before:bg-room rtl:checked:before:-translate-x-4',
        )}
      />
    </div>
  );
}
