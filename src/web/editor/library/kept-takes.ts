import { create } from 'zustand';
import type { ChangedTake } from '#domain/editing/bring-in-takes.ts';

/*
 * Takes that somebody was offered and does not want in this edit. Kept in this browser: it is about being asked, not
 * about the film.
 */

const KEY = 'scenewright.kept-takes';
const MOST = 500; // the oldest are asked about again

/** Which offers were declined. */
const useKept = create<{ readonly kept: readonly string[] }>(() => ({
  kept: JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[],
}));

const nameOf = ({ clipId, media }: ChangedTake): string => `${clipId} ${media.sha256}`;

/** Those of the changed takes that are still to be offered. */
export function useOffered(changes: readonly ChangedTake[]): readonly ChangedTake[] {
  const { kept } = useKept();
  return changes.filter((change) => !kept.includes(nameOf(change)));
}

/** Offers these no more; another take of the same scene is offered again. */
export function keepAsItIs(changes: readonly ChangedTake[]): void {
  const kept = [...useKept.getState().kept, ...changes.map(nameOf)].slice(-MOST);
  localStorage.setItem(KEY, JSON.stringify(kept));
  useKept.setState({ kept });
}
