import { Problem } from '#contract/problems.ts';

/** What a client has seen of the thing it changes; null where it does not care. */
export interface Expected {
  readonly ifRevision: number | null;
}

/**
 * The condition to ask the store for, so that nobody is faster in between.
 *
 * @throws Problem `stale` where somebody was faster already
 */
export function expectedRevision(
  { revision }: { readonly revision: number },
  { ifRevision }: Expected,
): { readonly ifRevision?: number } {
  if (ifRevision === null) return {};
  if (ifRevision !== revision) throw new Problem('stale');
  return { ifRevision };
}
