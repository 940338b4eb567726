import { cloneElement, type HTMLAttributes, type ReactElement, useId, useState } from 'react';
import type { MenuEntry } from './menu-line.tsx';
import { MenuPopup } from './menu-popup.tsx';
import type { Align, Side } from './placement.ts';

interface MenuProps {
  /** The button that opens it; it needs a name of its own. */
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  readonly items: readonly MenuEntry[];
  /** The name of the menu where the button's own does not say it. */
  readonly label?: string | undefined;
  readonly side?: Side | undefined;
  readonly align?: Align | undefined;
}

/** The button from which it was opened, and the line that has the focus then: 0 the first, -1 the last. */
interface Opened {
  readonly anchor: HTMLElement | null;
  readonly edge: 0 | -1;
}

const closed: Opened = { anchor: null, edge: 0 };

/** Things to do, behind a button: arrow keys move, letters jump, Esc and Tab close and give the focus back. */
export function Menu({ trigger, items, label, side, align = 'end' }: MenuProps) {
  const id = useId();
  const [{ anchor, edge }, setOpened] = useState<Opened>(closed);
  const close = () => {
    anchor?.focus();
    setOpened(closed);
  };
  return (
    <>
      {cloneElement(trigger, {
        'aria-haspopup': 'menu',
        'aria-expanded': anchor !== null,
        'aria-controls': anchor ? id : undefined,
        onClick: (event) => {
          trigger.props.onClick?.(event);
          if (anchor) close();
          else setOpened({ anchor: event.currentTarget, edge: 0 });
        },
        onKeyDown: (event) => {
          trigger.props.onKeyDown?.(event);
          if (event.defaultPrevented || anchor || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
          event.preventDefault();
          setOpened({ anchor: event.currentTarget, edge: event.key === 'ArrowDown' ? 0 : -1 });
        },
      })}
      {anchor && (
        <MenuPopup
          id={id}
          label={label ?? trigger.props['aria-label'] ?? undefined}
          anchor={anchor}
          items={items}
          edge={edge}
          onLeave={() => setOpened(closed)}
          onClose={close}
          side={side}
          align={align}
        />
      )}
    </>
  );
}
