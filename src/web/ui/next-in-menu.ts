/** Letters typed in one go, so that "de" finds Delete before Duplicate. */
interface Typed {
  letters: string;
  atMs: number;
}

/** A key pressed in a menu. */
export interface MenuKey {
  readonly key: string;
  /** The line with the focus, -1 for none. */
  readonly from: number;
  /** What the lines say, from the first to the last. */
  readonly names: readonly string[];
  /** Remembers the letters between keys; changed here. */
  readonly typed: Typed;
  readonly nowMs: number;
}

const pauseMs = 600;

/** The line to which a key moves the focus; null for a key that moves nothing. */
export function nextInMenu({ key, from, names, typed, nowMs }: MenuKey): number | null {
  const count = names.length;
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count;
    case 'ArrowUp':
      return from <= 0 ? count - 1 : from - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return key.length === 1 && key !== ' ' ? byLetters({ key, from, names, typed, nowMs }) : null;
  }
}

function byLetters({ key, from, names, typed, nowMs }: MenuKey): number | null {
  const letter = key.toLocaleLowerCase();
  const goesOn = nowMs - typed.atMs < pauseMs && typed.letters !== letter;
  typed.letters = goesOn ? typed.letters + letter : letter;
  typed.atMs = nowMs;
  const start = goesOn ? Math.max(from, 0) : from + 1;
  for (let step = 0; step < names.length; step += 1) {
    const index = (start + step) % names.length;
    if (names[index]?.trim().toLocaleLowerCase().startsWith(typed.letters)) return index;
  }
  return null;
}
