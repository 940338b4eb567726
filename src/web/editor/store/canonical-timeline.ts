import type { Timeline } from '#contract/timeline.ts';

/**
 * An edit as it is compared and kept as a draft: keys in order, nothing undefined, and without the keys that other
 * clients keep beside it, which the server holds.
 */
export function canonicalTimeline({ markers, extra: _extra, ...timeline }: Timeline): Timeline {
  const kept = { ...timeline, ...(markers?.length ? { markers } : {}), extra: {} };
  return inOrder(kept) as Timeline;
}

/** Whether two edits say the same, whatever the order of their keys. */
export function isSameTimeline(one: Timeline, other: Timeline): boolean {
  return one === other || JSON.stringify(canonicalTimeline(one)) === JSON.stringify(canonicalTimeline(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, inOrder(member)]));
}
