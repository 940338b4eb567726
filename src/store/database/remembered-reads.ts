/** Answers of reads, kept for as long as nothing is written. */
export type Remember = <T>(key: string, read: () => Promise<T>) => Promise<T>;

const MOST_KEPT = 300; // a work is some 50 kB as an object

/**
 * Remembers reads until the number of writes moves. Only where every write goes through this process, which the lock on
 * an embedded data directory makes certain; then it is exact, and not a matter of time.
 *
 * A read that is asked for while a write waits its turn comes after it, and one that was asked for before it is kept
 * under the older number, where nobody finds it. What is remembered is shared: it must not be altered.
 *
 * @param writes how many statements were made so far that may write; counted before they run
 */
export function rememberedReads(writes: () => number): Remember {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<unknown> }>();
  return async <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const at = writes();
    const known = kept.get(key);
    if (known?.at === at) return known.answer as Promise<T>;
    const answer = read();
    kept.delete(key);
    kept.set(key, { at, answer });
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    answer.catch(() => {
      if (kept.get(key)?.answer === answer) kept.delete(key);
    });
    return answer;
  };
}
