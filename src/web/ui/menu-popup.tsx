import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { type MenuEntry, MenuLine } from './menu-line.tsx';
import { nextInMenu } from './next-in-menu.ts';
import type { Align, Side } from './placement.ts';
import { popupSurface } from './popup-looks.ts';
import { useAnchored } from './use-anchored.ts';

interface MenuPopupProps {
  readonly id?: string | undefined;
  readonly label: string | undefined;
  /** The element beside which it lies. */
  readonly anchor: HTMLElement;
  readonly items: readonly MenuEntry[];
  /** The line that has the focus first: 0 the first, -1 the last. */
  readonly edge?: 0 | -1;
  /** A press elsewhere. */
  readonly onLeave: () => void;
  /** Tab, or a line that is about to act: closes it and gives the focus back. */
  readonly onClose: () => void;
  readonly side?: Side | undefined;
  readonly align?: Align | undefined;
}

/** The lines of a menu that is open: arrow keys move, letters jump, Esc and Tab close. */
export function MenuPopup(props: MenuPopupProps) {
  const { id, label, anchor, items, edge = 0, onLeave, onClose, side, align = 'end' } = props;
  const typed = useRef({ letters: '', atMs: 0 });
  const popupRef = useAnchored<HTMLDivElement>({ anchor, onClose: onLeave, side, align });

  useLayoutEffect(() => {
    linesIn(popupRef.current).at(edge)?.focus();
  }, [anchor, edge, popupRef]);

  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Tab') return onClose();
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
    <div
      ref={popupRef}
      id={id}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      aria-orientation="vertical"
      popover="manual"
      onKeyDown={move}
      className={classes(
        popupSurface,
        'scroll-quiet fixed inset-auto m-0 min-w-44 max-w-[calc(100vw-16px)] overflow-y-auto p-1 text-start font-normal',
      )}
    >
      {items.map((entry, index) => (
        <MenuLine key={entry === 'separator' ? `separator-${index}` : entry.label} entry={entry} onDone={onClose} />
      ))}
    </div>
  );
}

const linesIn = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[data-menu-line]') ?? []),
];
