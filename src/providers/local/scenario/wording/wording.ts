/**
 * Our own sentences of one language. None of them claims anything: what a product does comes from the brief.
 *
 * `{name}` and `{audience}` are filled in; a line that does not fit the scene is not used. Lists by project type fall back to `blank`.
 */
export interface Wording {
  readonly locale: string;
  /** First lines for when the brief has no better one. */
  readonly hooks: Readonly<Record<string, readonly string[]>>;
  readonly introductions: Readonly<Record<string, readonly string[]>>;
  readonly audience: readonly string[];
  /** Small connecting lines for scenes that only show. */
  readonly asides: Readonly<Record<string, readonly string[]>>;
  readonly closings: Readonly<Record<string, readonly string[]>>;
  /** Closings for a film whose subject has no name. */
  readonly namelessClosings: Readonly<Record<string, readonly string[]>>;
  /** What to do next. */
  readonly actions: Readonly<Record<string, readonly string[]>>;
}

/** The lines of a project type, or those of `blank`. */
export function linesFor(lists: Readonly<Record<string, readonly string[]>>, projectType: string): readonly string[] {
  return new Map(Object.entries(lists)).get(projectType) ?? lists['blank'] ?? [];
}
