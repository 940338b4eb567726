/** Languages we have sentences of our own for. Anything else is told in the user's own words alone. */
export type WordingLanguage = 'en' | 'tr';

/**
 * Our own sentences of one language. None of them claims anything: what a product does comes from the brief.
 *
 * `{name}` and `{audience}` are filled in; a line that does not fit the scene is not used.
 */
export interface Wording {
  readonly locale: string;
  /** First lines for when the brief has no better one, by project type. */
  readonly hooks: Readonly<Record<string, readonly string[]>>;
  readonly introductions: readonly string[];
  readonly audience: readonly string[];
  readonly closings: readonly string[];
  /** Closings for a film whose subject has no name. */
  readonly namelessClosings: Readonly<Record<string, readonly string[]>>;
  /** What to do next, by project type. */
  readonly actions: Readonly<Record<string, readonly string[]>>;
}
