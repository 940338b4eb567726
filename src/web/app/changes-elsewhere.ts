import { staleAfter, type Change } from './stale-after.ts';

/*
 * What is changed in one tab is asked for again in the others. Of works the server tells by itself; of projects, assets,
 * settings and the like it does not.
 */

const channel = new BroadcastChannel('scenewright.changes');

/** Tells the other tabs that something was changed from here. */
export function tellChange(change: Change): void {
  if (change.method !== 'GET' && staleAfter(change).length > 0) channel.postMessage(change);
}

/**
 * Hears what other tabs have changed: the questions whose answers are others now.
 *
 * @returns ends it
 */
export function hearChanges(then: (key: readonly unknown[]) => void): () => void {
  const hear = ({ data }: MessageEvent<Change>): void => {
    for (const key of staleAfter(data)) then(key);
  };
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
}
