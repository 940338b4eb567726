import { useId } from 'react';
import type { Choice } from './choice.ts';
import { classes } from './classes.ts';
import { Glyph } from './glyph.tsx';

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly onValueChange: (value: V) => void;
  readonly options: readonly Choice<V>[];
  /** Only the icons are seen; the labels are read. */
  readonly iconsOnly?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A few choices side by side, for filters and ways to look at a thing; the arrow keys move between them. */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  const { label, value, onValueChange, options, iconsOnly = false, className } = props;
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes('flex flex-wrap items-center gap-1', className)}>
      {options.map((option) => (
        <label
          key={option.value}
          title={iconsOnly ? option.label : undefined}
          className={classes(
            'relative inline-flex min-h-7 cursor-pointer items-center gap-2 rounded-6 text-13 text-ink2 touch:min-h-11',
            'hover:text-ink has-checked:bg-lift has-checked:text-ink has-checked:inset-ring has-checked:inset-ring-line2',
            'light:has-checked:bg-raise has-disabled:cursor-default has-disabled:opacity-45',
            'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink',
            iconsOnly ? 'min-w-7 justify-center touch:min-w-11' : 'px-2.5',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onValueChange(option.value)}
            className="sr-only"
          />
          {option.icon && <Glyph icon={option.icon} />}
          <span className={iconsOnly ? 'sr-only' : undefined}>{option.label}</span>
          {option.count !== undefined && <span className="text-12 text-ink3">{option.count}</span>}
        </label>
      ))}
    </div>
  );
}
