import { CSPProvider } from '@base-ui/react/csp-provider';
import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from './classes.ts';
import { fieldLabel, selectLooks } from './field-looks.ts';
import { Glyph, type Icon } from './glyph.tsx';
import { useLayer } from './layer.tsx';
import { popupItem, popupSurface } from './popup-looks.ts';

/** One thing that can be chosen. */
export interface SelectOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
  /** What it costs or means, quieter and at the end of the line. */
  readonly hint?: string | undefined;
  readonly icon?: Icon | undefined;
  readonly disabled?: boolean | undefined;
}

/** What a select is given. */
export interface SelectProps<V extends string> {
  /** Its name where no Field around it gives one. */
  readonly label?: string | undefined;
  readonly hideLabel?: boolean | undefined;
  readonly value: V | null;
  readonly onValueChange: (value: V) => void;
  readonly options: readonly SelectOption<V>[];
  /** Said while nothing is chosen. */
  readonly placeholder?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Looks: a field, or quiet words with an arrow as in a sentence of choices. */
  readonly quiet?: boolean | undefined;
  readonly className?: string | undefined;
}

/** The list and what opens it; its code comes after the screen. */
export function SelectList<V extends string>(props: SelectProps<V>) {
  const { label, hideLabel = false, value, onValueChange, options, placeholder, disabled, quiet, className } = props;
  const t = useStrings('kit');
  const layer = useLayer();
  const chosen = options.find((option) => option.value === value);
  return (
    <CSPProvider disableStyleElements>
      <BaseSelect.Root
        items={options}
        value={value}
        onValueChange={(next) => next !== null && onValueChange(next)}
        disabled={disabled}
        modal={false}
      >
        {label && <BaseSelect.Label className={hideLabel ? 'sr-only' : fieldLabel}>{label}</BaseSelect.Label>}
        <BaseSelect.Trigger className={classes(selectLooks(quiet), className)}>
          {chosen?.icon && <Glyph icon={chosen.icon} className="text-ink2" />}
          <BaseSelect.Value
            className="min-w-0 grow truncate data-placeholder:text-ink3"
            placeholder={placeholder ?? ''}
          />
          {chosen?.hint && !quiet && (
            <span className="min-w-0 shrink-999 truncate text-12 text-ink3">{chosen.hint}</span>
          )}
          <Glyph icon={ChevronDown} className="text-ink2" />
        </BaseSelect.Trigger>
        <BaseSelect.Portal container={layer} render={<section aria-label={label ?? t.choices} />}>
          <BaseSelect.Positioner
            positionMethod={layer ? 'fixed' : 'absolute'}
            sideOffset={4}
            align="start"
            alignItemWithTrigger={false}
            className="z-60 outline-none"
          >
            <BaseSelect.Popup
              className={classes(
                popupSurface,
                'max-h-(--available-height) min-w-(--anchor-width) max-w-[calc(100vw-16px)]',
              )}
            >
              <BaseSelect.List className="scroll-quiet max-h-(--available-height) overflow-y-auto p-1 overscroll-contain">
                {options.map((option) => (
                  <OptionLine key={option.value} option={option} />
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </CSPProvider>
  );
}

function OptionLine<V extends string>({ option }: { readonly option: SelectOption<V> }): ReactNode {
  return (
    <BaseSelect.Item value={option.value} label={option.label} disabled={option.disabled} className={popupItem}>
      <span className="inline-flex size-4 shrink-0">
        <BaseSelect.ItemIndicator>
          <Glyph icon={Check} />
        </BaseSelect.ItemIndicator>
      </span>
      {option.icon && <Glyph icon={option.icon} className="text-ink2" />}
      <BaseSelect.ItemText className="min-w-0 grow">{option.label}</BaseSelect.ItemText>
      {option.hint && <span className="ms-4 shrink-0 text-12 text-ink3">{option.hint}</span>}
    </BaseSelect.Item>
  );
}
