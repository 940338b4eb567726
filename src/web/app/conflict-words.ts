import type { Conflict } from './autosave.ts';

/** What each side of a conflict is, in words. */
interface ConflictWords {
  readonly mine: string;
  readonly theirs: string;
}

type Describe = (conflict: Conflict) => ConflictWords;

const describers = new Map<string, Describe>();

/** Says how a conflict over a field is told, where its value is not words itself; from then on, wherever the app is. */
export function describeConflicts(field: string, describe: Describe): void {
  describers.set(field, describe);
}

/** A conflict in words. */
export function conflictWords(conflict: Conflict): ConflictWords {
  const describe = describers.get(conflict.field);
  return describe ? describe(conflict) : { mine: shown(conflict.mine), theirs: shown(conflict.theirs) };
}

const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : value == null ? '' : JSON.stringify(value);
