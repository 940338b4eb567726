import { useEffect, useId, useRef } from 'react';
import { classes } from './classes.ts';
import type { ToggleProps } from './switch.tsx';

interface CheckboxProps extends ToggleProps {
  /** Some of what it stands for are chosen, not all. */
  readonly mixed?: boolean | undefined;
}

/** Chosen or not, among others. */
export function Checkbox({ label, hint, checked, onCheckedChange, mixed = false, disabled, className }: CheckboxProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <div className={classes('flex min-h-7 items-start gap-2 touch:min-h-11 touch:py-2', className)}>
      <span className="relative mt-1 grid size-5 shrink-0 place-items-center touch:mt-0.5">
        <input
          ref={box}
          id={id}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onCheckedChange(event.currentTarget.checked)}
          className={classes(
            'peer absolute inset-0 cursor-pointer appearance-none rounded-4 border border-edge bg-field hover:border-ink3',
            'checked:border-ink checked:bg-ink indeterminate:border-ink indeterminate:bg-ink disabled:opacity-45',
            'before:absolute before:-inset-0.5',
          )}
        />
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="pointer-events-none invisible relative size-4 text-room peer-checked:visible peer-indeterminate:visible"
        >
          <path
            d={mixed ? 'M4 8h8' : 'M3.5 8.5l3 3 6-7'}
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </span>
      <span className="min-w-0 grow py-1.25 touch:py-1">
        <label htmlFor={id} className="block cursor-pointer text-13 text-ink">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="block text-12 text-ink3">
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}
