import { useEffect, type RefObject } from 'react';
import { maySingleKey } from '../../app/single-keys.ts';
import type { ScriptActions } from './script-actions.ts';

/** What a key does. */
type Act = (actions: ScriptActions) => void;

interface Rows {
  readonly openId: string | null;
  /** There can be no more scenes. */
  readonly isFull: boolean;
}

/** Lets keys that are pressed in the rows of a list act on their scenes. */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  { openId, isFull }: Rows,
  actions: ScriptActions,
): void {
  useEffect(() => {
    const rows = list.current;
    if (!rows) return;
    const press = (event: KeyboardEvent): void => {
      const act = rowKey(event, rows, { openId, isFull });
      if (!act) return;
      event.preventDefault();
      act(actions);
    };
    rows.addEventListener('keydown', press);
    return () => rows.removeEventListener('keydown', press);
  }, [list, openId, isFull, actions]);
}

const WRITTEN_IN = 'input, textarea, select, [contenteditable], [role="combobox"]';

/**
 * What a key means that was pressed in a row of the script; null: nothing of ours. Letters count only where the focus is
 * on the title of a row, so that they are in nobody's way.
 */
function rowKey(event: KeyboardEvent, rows: HTMLElement, { openId, isFull }: Rows): Act | null {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof HTMLElement) || target.closest('[role="menu"]')) return null;
  const id = target.closest<HTMLElement>('[data-scene]')?.dataset['scene'];
  const isBeingDragged = target.getAttribute('aria-pressed') === 'true';
  if (id === undefined || isBeingDragged) return null;
  if (event.key === 'Escape' && openId !== null) return (actions) => actions.open(null);
  if (target.closest(WRITTEN_IN) || event.ctrlKey || event.metaKey) return null;
  if (event.altKey) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    return by === undefined ? null : (actions) => actions.move(id, by);
  }
  return target.matches('[data-scene-title]') ? titleKey(event, rows, target, { id, isFull }) : null;
}

function titleKey(
  event: KeyboardEvent,
  rows: HTMLElement,
  title: HTMLElement,
  { id, isFull }: { readonly id: string; readonly isFull: boolean },
): Act | null {
  const titles = [...rows.querySelectorAll<HTMLElement>('[data-scene-title]')];
  const at = titles.indexOf(title);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: titles.length - 1 }[event.key];
  if (to !== undefined) return () => titles[Math.min(Math.max(to, 0), titles.length - 1)]?.focus();
  if (event.key === 'Delete' || event.key === 'Backspace') return (actions) => actions.remove(id);
  if (event.repeat || event.shiftKey || !maySingleKey(event)) return null;
  switch (event.key) {
    case 'r':
      return (actions) => actions.askFor(id);
    case 'n':
      return isFull ? null : (actions) => actions.addAfter(id);
    case 'd':
      return isFull ? null : (actions) => actions.duplicate(id);
    default:
      return null;
  }
}
