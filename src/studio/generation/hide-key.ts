const HIDDEN = '(key)';

/**
 * The same failure without the key in its words: some vendors repeat it in theirs, and those are kept and logged.
 *
 * Errors are changed where they are, so that they stay what they were, their causes too.
 */
export function hideKey(failure: unknown, key: string | null | undefined): unknown {
  if (!key) return failure;
  if (typeof failure === 'string') return failure.replaceAll(key, HIDDEN);
  const seen = new Set<unknown>();
  for (let error = failure; error instanceof Error && !seen.has(error); error = error.cause) {
    seen.add(error);
    error.message = error.message.replaceAll(key, HIDDEN);
    if (error.stack !== undefined) error.stack = error.stack.replaceAll(key, HIDDEN);
    if (typeof error.cause === 'string') error.cause = error.cause.replaceAll(key, HIDDEN);
  }
  return failure;
}
