import { Combobox as BaseCombobox } from '@base-ui/react/combobox';
import { Check, ChevronDown, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { classes } from './classes.ts';
import { selectLooks } from './field-looks.ts';
import { Glyph } from './glyph.tsx';
import { useLayer } from './layer.tsx';
import { popupItem, popupSurface } from './popup-looks.ts';
import type { SelectOption } from './select-list.tsx';

/** What a combobox is given. */
export interface ComboboxProps {
  /** Its name where no Field around it gives one. */
  readonly label?: string | undefined;
  readonly value: string | null;
  readonly onValueChange: (value: string) => void;
  readonly options: readonly SelectOption[];
  readonly placeholder?: string | undefined;
  /** What is searched, said in the empty line of search. */
  readonly searchPlaceholder?: string | undefined;
  /** What is not in the list may be typed. */
  readonly allowOther?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** The list and what opens it; its code comes after the screen. */
export function ComboboxList(props: ComboboxProps) {
  const { label, value, onValueChange, options, placeholder, searchPlaceholder, allowOther, disabled, className } =
    props;
  const t = useStrings('kit');
  const layer = useLayer();
  const [query, setQuery] = useState('');
  const chosen = options.find((option) => option.value === value) ?? (value ? { value, label: value } : null);
  const typed = query.trim();
  const isKnown = options.some((option) => option.value === typed || option.label === typed);
  const items: SelectOption[] =
    allowOther && typed !== '' && !isKnown ? [...options, { value: typed, label: t.useOther(typed) }] : [...options];
  return (
    <BaseCombobox.Root
      items={items}
      value={chosen}
      onValueChange={(next) => next && onValueChange(next.value)}
      isItemEqualToValue={(a, b) => a.value === b.value}
      itemToStringLabel={(item) => item.label}
      onInputValueChange={(text) => setQuery(text)}
      disabled={disabled}
      autoHighlight
    >
      <BaseCombobox.Trigger aria-label={label} className={classes(selectLooks(), className)}>
        {chosen?.icon && <Glyph icon={chosen.icon} className="text-ink2" />}
        <span className={classes('min-w-0 grow truncate', !chosen && 'text-ink3')}>{chosen?.label ?? placeholder}</span>
        {chosen?.hint && <span className="min-w-0 shrink-999 truncate text-12 text-ink3">{chosen.hint}</span>}
        <Glyph icon={ChevronDown} className="text-ink2" />
      </BaseCombobox.Trigger>
      <BaseCombobox.Portal container={layer} render={<section aria-label={t.choices} />}>
        <BaseCombobox.Positioner
          positionMethod={layer ? 'fixed' : 'absolute'}
          sideOffset={4}
          align="start"
          className="z-60 outline-none"
        >
          <BaseCombobox.Popup
            aria-label={label ?? placeholder ?? t.choices}
            className={classes(
              popupSurface,
              'flex max-h-[min(var(--available-height),22rem)] w-max min-w-(--anchor-width) max-w-[calc(100vw-16px)] flex-col',
            )}
          >
            <div className="flex items-center gap-2 border-b border-line px-3">
              <Glyph icon={Search} className="text-ink3" />
              <BaseCombobox.Input
                placeholder={searchPlaceholder ?? t.search}
                className="h-9 w-full min-w-0 bg-transparent text-13 outline-none placeholder:text-ink3 touch:h-11"
              />
            </div>
            <BaseCombobox.Empty className="px-3 py-3 text-13 text-ink2 empty:hidden">{t.noMatch}</BaseCombobox.Empty>
            <BaseCombobox.List className="scroll-quiet min-h-0 overflow-y-auto overscroll-contain p-1 empty:hidden">
              {(option: SelectOption) => (
                <BaseCombobox.Item key={option.value} value={option} disabled={option.disabled} className={popupItem}>
                  <span className="inline-flex size-4 shrink-0">
                    {options.includes(option) ? (
                      <BaseCombobox.ItemIndicator>
                        <Glyph icon={Check} />
                      </BaseCombobox.ItemIndicator>
                    ) : (
                      <Glyph icon={Plus} />
                    )}
                  </span>
                  {option.icon && <Glyph icon={option.icon} className="text-ink2" />}
                  <span className="min-w-0 grow">{option.label}</span>
                  {option.hint && <span className="ms-4 shrink-0 text-12 text-ink3">{option.hint}</span>}
                </BaseCombobox.Item>
              )}
            </BaseCombobox.List>
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </BaseCombobox.Root>
  );
}
