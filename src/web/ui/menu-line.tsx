import { Check } from 'lucide-react';
import { classes } from './classes.ts';
import { Glyph, type Icon } from './glyph.tsx';
import { Kbd } from './kbd.tsx';
import { popupItem } from './popup-looks.ts';

/** One thing to do. */
interface MenuItem {
  readonly label: string;
  readonly icon?: Icon | undefined;
  readonly onSelect: () => void;
  /** What it costs or means, at the end of the line. */
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly danger?: boolean | undefined;
  /** Keys that do the same, as they are written on the keyboard. */
  readonly shortcut?: string | undefined;
  /** The line is one of a choice: whether it is the one chosen. */
  readonly checked?: boolean | undefined;
}

/** A line of a menu: something to do, or a hairline between groups. */
export type MenuEntry = MenuItem | 'separator';

interface MenuLineProps {
  readonly entry: MenuEntry;
  /** The menu closes and gives the focus back, before the line acts. */
  readonly onDone: () => void;
}

/** One line of a menu. */
export function MenuLine({ entry, onDone }: MenuLineProps) {
  if (entry === 'separator') return <hr className="mx-2 my-1 h-px border-0 bg-line" />;
  const { label, icon, onSelect, hint, disabled, danger, shortcut, checked } = entry;
  const choose = () => {
    if (disabled) return;
    onDone();
    onSelect();
  };
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      aria-disabled={disabled || undefined}
      data-disabled={disabled || undefined}
      data-menu-line=""
      tabIndex={-1}
      onClick={choose}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      className={classes(popupItem, 'focus:bg-lift', danger ? 'text-err-text' : 'text-ink')}
    >
      {checked !== undefined && <Glyph icon={Check} className={checked ? undefined : 'invisible'} />}
      {icon && <Glyph icon={icon} className={danger ? undefined : 'text-ink2'} />}
      <span className="min-w-0 grow">{label}</span>
      {hint && <span className="ms-4 shrink-0 text-12 text-ink3">{hint}</span>}
      {shortcut && (
        <span aria-hidden="true" className="ms-4 inline-flex shrink-0">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </button>
  );
}
