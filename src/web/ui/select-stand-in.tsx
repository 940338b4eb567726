import { ChevronDown } from 'lucide-react';
import { classes } from './classes.ts';
import { fieldLabel, selectLooks } from './field-looks.ts';
import { Glyph } from './glyph.tsx';
import type { SelectOption, SelectProps } from './select-list.tsx';

type SelectStandInProps = Pick<SelectProps<string>, 'label' | 'hideLabel' | 'placeholder' | 'quiet' | 'className'> & {
  readonly chosen: SelectOption | undefined;
};

/** What a list looks like before it can be opened: the same box with the same words. */
export function SelectStandIn({ label, hideLabel, placeholder, quiet, className, chosen }: SelectStandInProps) {
  return (
    <>
      {label && <span className={hideLabel ? 'sr-only' : fieldLabel}>{label}</span>}
      <span aria-busy="true" className={classes(selectLooks(quiet), className)}>
        {chosen?.icon && <Glyph icon={chosen.icon} className="text-ink2" />}
        <span className={classes('min-w-0 grow truncate', !chosen && 'text-ink3')}>{chosen?.label ?? placeholder}</span>
        {chosen?.hint && !quiet && <span className="min-w-0 shrink-999 truncate text-12 text-ink3">{chosen.hint}</span>}
        <Glyph icon={ChevronDown} className="text-ink2" />
      </span>
    </>
  );
}
