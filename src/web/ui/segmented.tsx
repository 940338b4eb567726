import { Check } from 'lucide-react';
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
  /** In a form: one outline around pieces of equal width, and a tick at the chosen one. */
  readonly isField?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A few choices side by side, for filters, ways to look at a thing and forms; the arrow keys move between them. */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  const { label, value, onValueChange, options, iconsOnly = false, isField = false, className } = props;
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classes(
        isField
          ? 'flex overflow-clip rounded-6 border border-edge *:flex-1 *:justify-center *:not-first:border-s *:not-first:border-edge'
          : 'flex flex-wrap items-center gap-1',
        className,
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          title={iconsOnly ? option.label : undefined}
          className={classes(
            'group relative inline-flex cursor-pointer items-center gap-2 text-13 text-ink2 touch:min-h-11',
            'hover:text-ink has-checked:bg-lift has-checked:text-ink has-disabled:cursor-default has-disabled:opacity-45',
            'has-focus-visible:outline-2 has-focus-visible:outline-ink',
            isField
              ? 'min-h-7.5 min-w-0 bg-field text-center has-checked:font-semibold has-focus-visible:-outline-offset-4'
              : 'min-h-7 rounded-6 has-checked:inset-ring has-checked:inset-ring-line2 light:has-checked:bg-raise has-focus-visible:outline-offset-2',
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
          {isField && <Glyph icon={Check} className="not-group-has-checked:hidden" />}
          {option.icon && <Glyph icon={option.icon} />}
          <span className={iconsOnly ? 'sr-only' : undefined}>{option.label}</span>
          {option.count !== undefined && <span className="text-12 text-ink3">{option.count}</span>}
        </label>
      ))}
    </div>
  );
}
