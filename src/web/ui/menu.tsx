import { cloneElement, type HTMLAttributes, type KeyboardEvent, type ReactElement, useId } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { type MenuEntry, MenuLine } from './menu-line.tsx';
import { nextInMenu } from './next-in-menu.ts';
import type { Align, Side } from './placement.ts';
import { popupSurface } from './popup-looks.ts';
import { useAnchored } from './use-anchored.ts';

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
  const typed = useRef({ letters: '', atMs: 0 });
  const popupRef = useAnchored<HTMLDivElement>({ anchor, onClose: () => setOpened(closed), side, align });

  useLayoutEffect(() => {
    if (anchor) linesIn(popupRef.current).at(edge)?.focus();
  }, [anchor, edge, popupRef]);

  const close = () => {
    anchor?.focus();
    setOpened(closed);
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Tab') return close();
    const lines = linesIn(popupRef.current);
    const names = lines.map((line) => line.textContent ?? '');
    const from = lines.indexOf(document.activeElement as HTMLElement);
    const to = nextInMenu({ key: event.key, from, names, typed: typed.current, nowMs: event.timeStamp });
    if (to === null) return undefined;
    event.preventDefault();
    lines[to]?.focus();
    return undefined;
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
          if (anchor || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
          event.preventDefault();
          setOpened({ anchor: event.currentTarget, edge: event.key === 'ArrowDown' ? 0 : -1 });
        },
      })}
      {anchor && (
        <div
          ref={popupRef}
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={label ?? trigger.props['aria-label'] ?? undefined}
          aria-orientation="vertical"
          popover="manual"
          onKeyDown={move}
          className={classes(
            popupSurface,
            'scroll-quiet fixed inset-auto m-0 min-w-44 max-w-[calc(100vw-16px)] overflow-y-auto p-1 text-start font-normal',
          )}
        >
          {items.map((entry, index) => (
            <MenuLine key={entry === 'separator' ? `separator-${index}` : entry.label} entry={entry} onDone={close} />
          ))}
        </div>
      )}
    </>
  );
}

const linesIn = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[data-menu-line]') ?? []),
];
