import type { Catalogue } from '../strings/areas.ts';

/** What a key does, by its name in the list of shortcuts. */
type ShortcutName = keyof Catalogue['editor']['shortcuts'];

/** What a key may do; `direction` is which of two keys it was, `isFar` whether Shift was held. */
export type Shortcut =
  | { readonly name: 'play' | 'split' | 'remove' | 'lift' | 'marker' | 'snap' | 'fit' | 'fullScreen' | 'none' }
  | { readonly name: 'undo' | 'redo' | 'copy' | 'cut' | 'paste' | 'duplicate' | 'all' | 'save' }
  | { readonly name: 'shuttle'; readonly direction: -1 | 0 | 1 }
  | { readonly name: 'cuts' | 'ends' | 'trim' | 'zoom'; readonly direction: -1 | 1 }
  | { readonly name: 'step' | 'move'; readonly direction: -1 | 1; readonly isFar: boolean };

/** Every key of the editor as the list of shortcuts shows it, in its order. Ctrl is Command on a Mac. */
export const SHORTCUTS: readonly { readonly name: ShortcutName; readonly keys: string }[] = [
  { name: 'play', keys: 'Space' },
  { name: 'shuttle', keys: 'J K L' },
  { name: 'step', keys: '← →' },
  { name: 'cuts', keys: '↑ ↓' },
  { name: 'ends', keys: 'Home End' },
  { name: 'move', keys: 'Alt ← →' },
  { name: 'trim', keys: '[ ]' },
  { name: 'split', keys: 'S' },
  { name: 'remove', keys: 'Delete' },
  { name: 'lift', keys: 'Shift Delete' },
  { name: 'marker', keys: 'M' },
  { name: 'snap', keys: 'N' },
  { name: 'zoom', keys: '+ -' },
  { name: 'fit', keys: '0' },
  { name: 'fullScreen', keys: 'F' },
  { name: 'undo', keys: 'Ctrl Z' },
  { name: 'redo', keys: 'Ctrl Shift Z' },
  { name: 'copy', keys: 'Ctrl C' },
  { name: 'cut', keys: 'Ctrl X' },
  { name: 'paste', keys: 'Ctrl V' },
  { name: 'duplicate', keys: 'Ctrl D' },
  { name: 'all', keys: 'Ctrl A' },
  { name: 'none', keys: 'Esc' },
  { name: 'save', keys: 'Ctrl S' },
];

/** A press of a key, as far as it matters here. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Keys that are one character: whoever switched those off wants none of them. */
export const isSingleKey = (press: KeyPress): boolean =>
  press.key.length === 1 && press.key !== ' ' && !press.ctrlKey && !press.metaKey && !press.altKey;

/** What a press of a key means in the editor; null: nothing. */
export function shortcutOf(press: KeyPress): Shortcut | null {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrlKey || press.metaKey) return press.altKey ? null : withCommand(key, press.shiftKey);
  if (press.altKey) {
    if (key === 'ArrowLeft') return { name: 'move', direction: -1, isFar: press.shiftKey };
    if (key === 'ArrowRight') return { name: 'move', direction: 1, isFar: press.shiftKey };
    return null;
  }
  if (key === 'Delete' || key === 'Backspace') return { name: press.shiftKey ? 'lift' : 'remove' };
  return plain(key, press.shiftKey);
}

function plain(key: string, isFar: boolean): Shortcut | null {
  switch (key) {
    case ' ':
      return { name: 'play' };
    case 'j':
      return { name: 'shuttle', direction: -1 };
    case 'k':
      return { name: 'shuttle', direction: 0 };
    case 'l':
      return { name: 'shuttle', direction: 1 };
    case 'ArrowLeft':
      return { name: 'step', direction: -1, isFar };
    case 'ArrowRight':
      return { name: 'step', direction: 1, isFar };
    case 'ArrowUp':
      return { name: 'cuts', direction: -1 };
    case 'ArrowDown':
      return { name: 'cuts', direction: 1 };
    case 'Home':
      return { name: 'ends', direction: -1 };
    case 'End':
      return { name: 'ends', direction: 1 };
    case '[':
      return { name: 'trim', direction: -1 };
    case ']':
      return { name: 'trim', direction: 1 };
    case '+':
    case '=': // the key of + without Shift
      return { name: 'zoom', direction: 1 };
    case '-':
      return { name: 'zoom', direction: -1 };
    case '0':
      return { name: 'fit' };
    case 's':
      return { name: 'split' };
    case 'm':
      return { name: 'marker' };
    case 'n':
      return { name: 'snap' };
    case 'f':
      return { name: 'fullScreen' };
    case 'Escape':
      return { name: 'none' };
    default:
      return null;
  }
}

function withCommand(key: string, isShift: boolean): Shortcut | null {
  if (key === 'z') return { name: isShift ? 'redo' : 'undo' };
  if (isShift) return null;
  switch (key) {
    case 'y':
      return { name: 'redo' };
    case 'c':
      return { name: 'copy' };
    case 'x':
      return { name: 'cut' };
    case 'v':
      return { name: 'paste' };
    case 'd':
      return { name: 'duplicate' };
    case 'a':
      return { name: 'all' };
    case 's':
      return { name: 'save' };
    default:
      return null;
  }
}
