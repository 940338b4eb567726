import type { Catalogue } from '../../strings/areas.ts';

/** A length of time as one says it: 40 s, 3 min. */
export function lengthWords(t: Catalogue['generate'], ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90 ? t.seconds(seconds) : t.minutes(Math.round(seconds / 60));
}
